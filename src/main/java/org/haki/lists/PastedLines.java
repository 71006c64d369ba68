package org.haki.lists;

import java.util.ArrayList;
import java.util.List;

/** Lines as they are pasted from a spreadsheet, or as CSV: parts by tabs, else by semicolons, else by commas. */
final class PastedLines {

    static final int MOST = 5_000;

    /** A line that has something on it, and which of those pasted it is. */
    record Line(int number, List<String> parts) {

        String part(int which) {
            return which < parts.size() ? parts.get(which).strip() : "";
        }
    }

    private PastedLines() {}

    static List<Line> of(String pasted) {
        var lines = new ArrayList<Line>();
        var each = pasted.split("\r\n|\r|\n", -1);
        for (int i = 0; i < each.length; i++) {
            if (!each[i].isBlank()) {
                lines.add(new Line(i + 1, parts(each[i])));
            }
        }
        return lines;
    }

    private static List<String> parts(String line) {
        char between = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                part.append(line.charAt(++i));
            } else if (c == '"' && (quoted || part.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == between && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
