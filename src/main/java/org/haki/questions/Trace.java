package org.haki.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A line or an area of points on the earth, to be drawn small: north is up, and a metre is as long everywhere. */
public record Trace(List<Point> points, boolean closed) {

    /** A point by its degrees. */
    public record Point(double latitude, double longitude) {}

    private static final Pattern POINT = Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,15})?)[ ,]+(-?\\d{1,3}(?:\\.\\d{1,15})?)(?:[ ,].*)?");
    private static final double EARTH = 6_371_008.8;
    private static final double WIDTH = 240;
    private static final double HEIGHT = 160;
    private static final double MARGIN = 12;

    /** The points that this text tells; {@code null} where they are fewer than two, or something else. */
    static Trace of(String type, String text) {
        var points = new ArrayList<Point>();
        for (var one : text.split("[;\\n]")) {
            var point = POINT.matcher(one.strip());
            if (point.matches()) {
                points.add(new Point(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2))));
            } else if (!one.isBlank()) {
                return null;
            }
        }
        return points.size() < 2 ? null : new Trace(List.copyOf(points), type.equals("geoshape"));
    }

    /** The line that is drawn, in 240 by 160. */
    public String path() {
        double west = points.stream().mapToDouble(this::east).min().orElse(0);
        double north = points.stream().mapToDouble(Point::latitude).max().orElse(0);
        double wide = points.stream().mapToDouble(this::east).max().orElse(0) - west;
        double high = north - points.stream().mapToDouble(Point::latitude).min().orElse(0);
        double scale = Math.min((WIDTH - 2 * MARGIN) / Math.max(wide, 1e-9), (HEIGHT - 2 * MARGIN) / Math.max(high, 1e-9));
        double left = (WIDTH - wide * scale) / 2;
        double top = (HEIGHT - high * scale) / 2;
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? "M" : "L").append(String.format(Locale.ROOT, "%.1f,%.1f", left + (east(point) - west) * scale, top + (north - point.latitude()) * scale));
        }
        return closed ? path + "Z" : path.toString();
    }

    /** How far east, in degrees of latitude. */
    private double east(Point point) {
        return point.longitude() * Math.cos(Math.toRadians(points.getFirst().latitude()));
    }

    /** How many points there are; where it ends where it begins, that is one. */
    public int size() {
        return closed && points.getFirst().equals(points.getLast()) ? points.size() - 1 : points.size();
    }

    /** How long it is, in metres; of an area how large, in square metres. */
    public long measure() {
        return Math.round(closed ? area() : length());
    }

    private double length() {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            double north = Math.toRadians(to.latitude() - from.latitude());
            double east = Math.toRadians(to.longitude() - from.longitude()) * Math.cos(Math.toRadians((from.latitude() + to.latitude()) / 2));
            length += EARTH * Math.hypot(north, east);
        }
        return length;
    }

    private double area() {
        double twice = 0;
        for (int i = 0; i < points.size(); i++) {
            var from = points.get(i);
            var to = points.get((i + 1) % points.size());
            twice += Math.toRadians(east(from)) * Math.toRadians(to.latitude()) - Math.toRadians(east(to)) * Math.toRadians(from.latitude());
        }
        return Math.abs(twice) / 2 * EARTH * EARTH;
    }
}
