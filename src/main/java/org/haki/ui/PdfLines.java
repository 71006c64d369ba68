package org.haki.ui;

import com.ibm.icu.text.BreakIterator;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks what is said into lines of a width, each with its glyphs where they stand: shaped as the script wants it (by Java, which
 * carries HarfBuzz), and in the order in which it is read, from right to left or left to right.
 */
final class PdfLines {

    /** Some glyphs of one face, beginning at this place; {@code meaning} says of each glyph which characters it is, "" for part of one before. */
    record Run(TypeFace face, float x, int[] glyphs, float[] xs, float[] ys, String[] meaning) {}

    /** One line; what it says stands beside its glyphs, for whoever searches or copies it. */
    record Line(String text, float width, boolean rightToLeft, List<Run> runs) {}

    private static final FontRenderContext SHARP = new FontRenderContext(null, true, true);

    private final List<TypeFace> faces;

    PdfLines(List<TypeFace> faces) {
        this.faces = faces;
    }

    /** The lines of a paragraph. */
    List<Line> of(String text, float size, float width) {
        var lines = new ArrayList<Line>();
        var bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int from = 0;
        while (from < text.length()) {
            int to = end(text, from, size, width, breaks);
            lines.add(line(text, from, to, size, bidi));
            from = to;
        }
        return lines;
    }

    /** Where the line that begins here ends: at the last place to break that fits, else in the middle of a word. */
    private int end(String text, int from, float size, float width, BreakIterator breaks) {
        int fits = from;
        for (int next = breaks.following(from); next != BreakIterator.DONE; next = breaks.following(next)) {
            if (width(text.substring(from, next).stripTrailing(), size) > width) {
                break;
            }
            fits = next;
            if (next == text.length()) {
                return next;
            }
        }
        if (fits > from) {
            return fits;
        }
        int end = from + 1;
        while (end < text.length() && width(text.substring(from, end + 1), size) <= width) {
            end++;
        }
        return end;
    }

    private float width(String text, float size) {
        return text.isEmpty() ? 0 : line(text, 0, text.length(), size, new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)).width();
    }

    private Line line(String text, int from, int to, float size, Bidi whole) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end == from) {
            return new Line("", 0, false, List.of());
        }
        var bidi = whole.createLineBidi(from, end);
        var levels = new byte[bidi.getRunCount()];
        var order = new Integer[bidi.getRunCount()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        var runs = new ArrayList<Run>();
        float x = 0;
        for (int run : order) {
            boolean rightToLeft = bidi.getRunLevel(run) % 2 == 1;
            var parts = parts(text, from + bidi.getRunStart(run), from + bidi.getRunLimit(run));
            for (var part : rightToLeft ? parts.reversed() : parts) {
                x = add(runs, text, part, size, x, rightToLeft);
            }
        }
        return new Line(text.substring(from, end), x, !bidi.baseIsLeftToRight(), runs);
    }

    private record Part(TypeFace face, int from, int to) {}

    /** Cut where another face is needed; a mark or a space stays with what stands before it. */
    private List<Part> parts(String text, int from, int to) {
        var parts = new ArrayList<Part>();
        int begins = from;
        TypeFace now = null;
        for (int at = from; at < to; ) {
            int character = text.codePointAt(at);
            var face = now != null && now.has(character) ? now : faceOf(character, now);
            if (now != null && face != now) {
                parts.add(new Part(now, begins, at));
                begins = at;
            }
            now = face;
            at += Character.charCount(character);
        }
        parts.add(new Part(now, begins, to));
        return parts;
    }

    private TypeFace faceOf(int character, TypeFace otherwise) {
        return faces.stream().filter(face -> face.has(character)).findFirst().orElse(otherwise == null ? faces.getFirst() : otherwise);
    }

    private static float add(List<Run> runs, String text, Part part, float size, float x, boolean rightToLeft) {
        var characters = text.toCharArray();
        var glyphs = part.face().font(size).layoutGlyphVector(SHARP, characters, part.from(), part.to(),
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        int many = glyphs.getNumGlyphs();
        var ids = new ArrayList<Integer>();
        var xs = new float[many];
        var ys = new float[many];
        var meaning = new String[many];
        for (int i = 0; i < many; i++) {
            int id = glyphs.getGlyphCode(i);
            ids.add(id >= 0xfffe ? -1 : id);   // Java's marks for what takes no place
            xs[i] = (float) glyphs.getGlyphPosition(i).getX();
            ys[i] = (float) glyphs.getGlyphPosition(i).getY();
            int at = part.from() + glyphs.getGlyphCharIndex(i);
            meaning[i] = at < part.to() ? new String(Character.toChars(text.codePointAt(at))) : "";
        }
        runs.add(new Run(part.face(), x, ids.stream().mapToInt(Integer::intValue).toArray(), xs, ys, meaning));
        return x + (float) glyphs.getGlyphPosition(many).getX();
    }
}
