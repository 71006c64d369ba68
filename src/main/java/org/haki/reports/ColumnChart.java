package org.haki.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reports by week (or month, or year) and way in, as stacked columns in a box of 360 by 186. */
public record ColumnChart(String unit, List<Column> columns) {

    private static final double WIDE = 360;
    private static final double FLOOR = 150;
    private static final double HIGH = 132;
    private static final double WIDEST = 48;
    private static final int NUMBERED = 14;
    private static final int NAMED = 6;

    /** How many came in by each way; {@code day} is the first day of it, {@code soFar} whether it is not over. */
    public record Column(LocalDate day, boolean soFar, long phone, long web, long other, Drawn drawn) {

        public long all() {
            return phone + web + other;
        }
    }

    /** Where it stands: numbers as SVG writes them; no number or name where there is no room for it. */
    public record Drawn(List<Block> blocks, String middle, String top, boolean numbered, boolean named) {}

    /** One part of a column. */
    public record Block(String shade, String x, String y, String width, String height) {}

    static ColumnChart of(Period period, LocalDate today, List<FigureRepository.Came> came) {
        var days = period.columns();
        var plain = days.stream()
                .map(day -> {
                    var first = day.isBefore(period.from()) ? period.from() : day;
                    boolean soFar = !today.isBefore(first) && today.isBefore(period.columnAfter(day)) && !period.to().isBefore(today);
                    return new Column(first, soFar, number(came, day, "phone"), number(came, day, "web"), others(came, day), null);
                })
                .toList();
        long highest = Math.max(1, plain.stream().mapToLong(Column::all).max().orElse(1));
        var drawn = new ArrayList<Column>();
        for (int i = 0; i < plain.size(); i++) {
            var column = plain.get(i);
            drawn.add(new Column(column.day(), column.soFar(), column.phone(), column.web(), column.other(),
                    draw(column, i, plain.size(), HIGH / highest)));
        }
        return new ColumnChart(period.unit(), drawn);
    }

    public long phone() {
        return columns.stream().mapToLong(Column::phone).sum();
    }

    public long web() {
        return columns.stream().mapToLong(Column::web).sum();
    }

    public long other() {
        return columns.stream().mapToLong(Column::other).sum();
    }

    public long all() {
        return columns.stream().mapToLong(Column::all).sum();
    }

    private static Drawn draw(Column column, int place, int places, double unit) {
        double slot = WIDE / places;
        double width = Math.min(WIDEST, slot * .62);
        double x = places == 1 ? 0 : place * (WIDE - width) / (places - 1);
        var blocks = new ArrayList<Block>();
        double y = FLOOR;
        y = block(blocks, "one", x, y, width, column.phone() * unit);
        y = block(blocks, "two", x, y, width, column.web() * unit);
        y = block(blocks, "three", x, y, width, column.other() * unit);
        int every = (places + NAMED - 1) / NAMED;
        return new Drawn(blocks, svg(x + width / 2), svg(y - 4), places <= NUMBERED, place % every == 0);
    }

    /** Adds a part on top of what is there, with a hair of paper between; answers the new top. */
    private static double block(List<Block> blocks, String shade, double x, double y, double width, double height) {
        if (height <= 0) {
            return y;
        }
        double gap = blocks.isEmpty() ? 0 : 1;
        blocks.add(new Block(shade, svg(x), svg(y - height), svg(width), svg(Math.max(.5, height - gap))));
        return y - height;
    }

    private static long number(List<FigureRepository.Came> came, LocalDate column, String channel) {
        return came.stream()
                .filter(one -> one.column().equals(column) && one.channel().equals(channel))
                .mapToLong(FigureRepository.Came::number)
                .sum();
    }

    private static long others(List<FigureRepository.Came> came, LocalDate column) {
        return came.stream()
                .filter(one -> one.column().equals(column) && !List.of("phone", "web").contains(one.channel()))
                .mapToLong(FigureRepository.Came::number)
                .sum();
    }

    private static String svg(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
