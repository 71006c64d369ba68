package org.haki.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of a workbook with the marks that ODK knows in them: {@code **bold**}, {@code _italic_}, {@code [link](https://…)},
 * {@code # heading}, and new lines. HTML is taken for what it says, never for what it does.
 */
public record Marked(List<Block> blocks) {

    /** Letters that look alike; {@code link} is {@code null} where they lead nowhere. */
    public record Run(String text, boolean strong, boolean stressed, String link) {}

    /** A paragraph, or a heading of the first to the sixth rank (0: none), in its lines. */
    public record Block(int heading, List<List<Run>> lines) {}

    public static final Marked NONE = new Marked(List.of());

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(\\S.*?)(\\s+#+)?\\s*");
    private static final Pattern TAG = Pattern.compile("(?i)</?(?:span|font|b|i|em|strong|u|p|big|small|center)(?:\\s[^<>]{0,200})?>");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:|tel:)[^\\s()<>\"]{1,500}");
    private static final String ESCAPED = "\\*_#[]()<>";
    private static final String MARKS = "*_#[<\\\n";
    private static final int FARTHEST = 2_000;

    /** Reads what somebody wrote into a cell. */
    public static Marked of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        var blocks = new ArrayList<Block>();
        var lines = new ArrayList<List<Run>>();
        for (var line : TAG.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("").split("\n", -1)) {
            var heading = HEADING.matcher(line);
            if (heading.matches() || line.isBlank()) {
                end(lines, blocks);
            }
            if (heading.matches()) {
                blocks.add(new Block(heading.group(1).length(), List.of(new Reading(heading.group(2)).all())));
            } else if (!line.isBlank()) {
                lines.add(new Reading(line.strip()).all());
            }
        }
        end(lines, blocks);
        return new Marked(List.copyOf(blocks));
    }

    /** The words without their marks. */
    public static String plain(String text) {
        return text.chars().anyMatch(letter -> MARKS.indexOf(letter) >= 0) ? of(text).plain() : text;
    }

    private static void end(List<List<Run>> lines, List<Block> blocks) {
        if (!lines.isEmpty()) {
            blocks.add(new Block(0, List.copyOf(lines)));
            lines.clear();
        }
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** The words without their marks. */
    public String plain() {
        return blocks.stream().flatMap(block -> block.lines().stream())
                .map(line -> line.stream().map(Run::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** All lines, one after another. */
    public List<List<Run>> lines() {
        return blocks.stream().flatMap(block -> block.lines().stream()).toList();
    }

    /** The same with other letters in each run: what somebody answered is put in after the marks were read, and marks nothing. */
    public Marked with(UnaryOperator<String> text) {
        return new Marked(blocks.stream().map(block -> new Block(block.heading(), block.lines().stream()
                .map(line -> line.stream().map(run -> new Run(text.apply(run.text()), run.strong(), run.stressed(), run.link())).toList())
                .toList())).toList());
    }

    /** Reads one line, from left to right. */
    private static final class Reading {

        private final String text;
        private final List<Run> runs = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();

        private Reading(String text) {
            this.text = text;
        }

        private List<Run> all() {
            read(0, text.length(), false, false, null);
            return List.copyOf(runs);
        }

        private void read(int from, int to, boolean strong, boolean stressed, String link) {
            for (int at = from; at < to; ) {
                int next = marked(at, to, strong, stressed, link);
                if (next > at) {
                    at = next;
                } else if (text.charAt(at) == '\\' && at + 1 < to && ESCAPED.indexOf(text.charAt(at + 1)) >= 0) {
                    open.append(text.charAt(at + 1));
                    at += 2;
                } else {
                    int end = text.startsWith("${", at) ? text.indexOf('}', at) + 1 : 0;
                    int until = end > at && end <= to ? end : at + 1;
                    open.append(text, at, until);
                    at = until;
                }
            }
            end(strong, stressed, link);
        }

        /** Where it goes on after what is marked here; the same place where nothing is. */
        private int marked(int at, int to, boolean strong, boolean stressed, String link) {
            char letter = text.charAt(at);
            if (letter == '[' && link == null) {
                return link(at, to, strong, stressed);
            }
            if (letter != '*' && letter != '_') {
                return at;
            }
            boolean twice = at + 1 < to && text.charAt(at + 1) == letter;
            if (twice ? strong : stressed) {
                return at;
            }
            var mark = String.valueOf(letter).repeat(twice ? 2 : 1);
            int close = close(mark, at, to);
            if (close < 0) {
                return at;
            }
            end(strong, stressed, link);
            read(at + mark.length(), close, strong || twice, stressed || !twice, link);
            return close + mark.length();
        }

        /** Where a mark that begins here ends; -1 where it is none: before a space, or within a word. */
        private int close(String mark, int at, int to) {
            int inside = at + mark.length();
            boolean line = mark.charAt(0) == '_';
            if (inside >= to || Character.isWhitespace(text.charAt(inside)) || line && isWord(at - 1)) {
                return -1;
            }
            int last = Math.min(to, at + FARTHEST);
            for (int close = text.indexOf(mark, inside + 1); close >= 0 && close + mark.length() <= last; close = text.indexOf(mark, close + 1)) {
                boolean part = mark.length() == 1 && (text.charAt(close - 1) == mark.charAt(0) || close + 1 < to && text.charAt(close + 1) == mark.charAt(0));
                if (!part && !Character.isWhitespace(text.charAt(close - 1)) && text.charAt(close - 1) != '\\' && !(line && isWord(close + mark.length()))) {
                    return close;
                }
            }
            return -1;
        }

        private boolean isWord(int at) {
            return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
        }

        private int link(int at, int to, boolean strong, boolean stressed) {
            int last = Math.min(to, at + FARTHEST);
            int close = text.indexOf("](", at);
            int end = close < 0 ? -1 : text.indexOf(')', close);
            if (close < at + 2 || end < 0 || end >= last || !LINK.matcher(text.substring(close + 2, end).strip()).matches()) {
                return at;
            }
            end(strong, stressed, null);
            read(at + 1, close, strong, stressed, text.substring(close + 2, end).strip());
            return end + 1;
        }

        private void end(boolean strong, boolean stressed, String link) {
            if (!open.isEmpty()) {
                runs.add(new Run(open.toString(), strong, stressed, link));
                open.setLength(0);
            }
        }
    }
}
