package org.haki.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/**
 * A PDF on A4 with text and hairlines, written by hand: the text as glyphs of embedded faces, and beside each line what it says
 * (ActualText), so that it can be searched, copied and read aloud.
 */
final class PdfPaper {

    static final float WIDE = 595.28f;
    static final float HIGH = 841.89f;

    /** A face as it is used here: its name in the file, and what its glyphs mean. */
    private record Used(String alias, TypeFace face, TreeMap<Integer, String> glyphs) {}

    private final Map<TypeFace, Used> faces = new LinkedHashMap<>();
    private final List<StringBuilder> pages = new ArrayList<>();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    void page() {
        pages.add(new StringBuilder());
    }

    int pages() {
        return pages.size();
    }

    /** A line of text on this page, its left end at {@code x}, its foot at {@code y} from below; {@code bold} and {@code grey} as said. */
    void text(int page, PdfLines.Line line, float x, float y, float size, boolean bold, boolean grey) {
        var drawn = pages.get(page);
        drawn.append("/Span <</ActualText <FEFF").append(hex(line.text())).append(">>> BDC\nBT ")
                .append(bold ? "2 Tr " + number(size / 60) + " w " : "0 Tr ").append(grey ? ".35 g .35 G " : "0 g 0 G ").append('\n');
        for (var run : line.runs()) {
            var used = faces.computeIfAbsent(run.face(), face -> new Used("F" + (faces.size() + 1), face, new TreeMap<>()));
            drawn.append('/').append(used.alias()).append(' ').append(number(size)).append(" Tf\n");
            for (int i = 0; i < run.glyphs().length; i++) {
                int glyph = run.glyphs()[i];
                if (glyph >= 0) {
                    used.glyphs().putIfAbsent(glyph, run.meaning()[i]);
                    drawn.append("1 0 0 1 ").append(number(x + run.x() + run.xs()[i])).append(' ').append(number(y - run.ys()[i])).append(" Tm <")
                            .append(String.format("%04X", glyph)).append("> Tj\n");
                }
            }
        }
        drawn.append("ET EMC\n");
    }

    /** A hairline across this page. */
    void rule(int page, float from, float to, float y) {
        pages.get(page).append(".6 G .5 w ").append(number(from)).append(' ').append(number(y)).append(" m ")
                .append(number(to)).append(' ').append(number(y)).append(" l S\n");
    }

    /** The file; the title is what a reader shows above it, and says nothing of anybody. */
    byte[] file(String title, String language) {
        int fonts = 3 + 2 * pages.size();
        text("%PDF-1.7\n%âãÏÓ\n");
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(3 + 2 * i).append(" 0 R ");
        }
        object("<< /Type /Catalog /Pages 2 0 R /Lang (" + language.replaceAll("[^A-Za-z-]", "") + ") /ViewerPreferences << /DisplayDocTitle true >> >>");
        object("<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] /MediaBox [0 0 " + number(WIDE) + " " + number(HIGH) + "] >>");
        var resources = new StringBuilder("<< /Font << ");
        int next = fonts;
        for (var used : faces.values()) {
            resources.append('/').append(used.alias()).append(' ').append(next).append(" 0 R ");
            next += 5;
        }
        resources.append(">> >>");
        for (int i = 0; i < pages.size(); i++) {
            object("<< /Type /Page /Parent 2 0 R /Resources " + resources + " /Contents " + (4 + 2 * i) + " 0 R >>");
            stream("", pages.get(i).toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        faces.values().forEach(this::face);
        object("<< /Title <FEFF" + hex(title) + "> /Producer (Haki) >>");
        int end = file.size();
        text("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> text(String.format("%010d 00000 n \n", place)));
        text("trailer\n<< /Size " + (places.size() + 1) + " /Root 1 0 R /Info " + places.size() + " 0 R >>\nstartxref\n" + end + "\n%%EOF\n");
        return file.toByteArray();
    }

    /** Five objects. */
    private void face(Used used) {
        var face = used.face();
        int first = places.size() + 1;
        var name = "/HAKIAA+" + face.name();
        object("<< /Type /Font /Subtype /Type0 /BaseFont " + name + " /Encoding /Identity-H /DescendantFonts [" + (first + 1) + " 0 R] /ToUnicode "
                + (first + 4) + " 0 R >>");
        var widths = new StringBuilder();
        used.glyphs().keySet().forEach(glyph -> widths.append(glyph).append(" [").append(face.width(glyph)).append("] "));
        object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont " + name + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                + " /FontDescriptor " + (first + 2) + " 0 R /DW 1000 /W [" + widths + "] /CIDToGIDMap /Identity >>");
        var box = face.box();
        object("<< /Type /FontDescriptor /FontName " + name + " /Flags 4 /FontBBox [" + box.get(0) + " " + box.get(1) + " " + box.get(2) + " " + box.get(3)
                + "] /ItalicAngle 0 /Ascent " + face.ascent() + " /Descent " + face.descent() + " /CapHeight " + face.ascent() + " /StemV 80 /FontFile2 "
                + (first + 3) + " 0 R >>");
        var bytes = face.with(used.glyphs().keySet());
        stream("/Length1 " + bytes.length, bytes);
        stream("", meaning(used).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String meaning(Used used) {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
                + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        var known = used.glyphs().entrySet().stream().filter(one -> !one.getValue().isEmpty()).toList();
        for (int from = 0; from < known.size(); from += 100) {
            var part = known.subList(from, Math.min(known.size(), from + 100));
            map.append(part.size()).append(" beginbfchar\n");
            part.forEach(one -> map.append(String.format("<%04X> <", one.getKey())).append(hex(one.getValue())).append(">\n"));
            map.append("endbfchar\n");
        }
        return map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n").toString();
    }

    private void object(String body) {
        places.add(file.size());
        text(places.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private void stream(String entries, byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        places.add(file.size());
        text(places.size() + " 0 obj\n<< /Length " + packed.size() + " /Filter /FlateDecode " + entries + " >>\nstream\n");
        file.writeBytes(packed.toByteArray());
        text("\nendstream\nendobj\n");
    }

    private void text(String said) {
        file.writeBytes(said.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String hex(String text) {
        var hex = new StringBuilder();
        text.chars().forEach(unit -> hex.append(String.format("%04X", unit)));
        return hex.toString();
    }

    private static String number(float number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
