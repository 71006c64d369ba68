package org.haki.ui;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A TrueType font of ours: drawn by Java, which shapes every script, and put into a PDF with those of its glyphs that are used. */
final class TypeFace {

    private static final List<String> KEPT = List.of("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep");
    private static final int WORDS_FOLLOW = 1;
    private static final int SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int FOUR_SCALES = 128;

    private final String name;
    private final Font font;
    private final Map<String, ByteBuffer> tables = new LinkedHashMap<>();

    TypeFace(String name) {
        this.name = name;
        try (InputStream file = TypeFace.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            var bytes = file.readAllBytes();
            font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
            var whole = ByteBuffer.wrap(bytes);
            for (int i = 0; i < whole.getShort(4); i++) {
                int at = 12 + 16 * i;
                var tag = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
                tables.put(tag, whole.slice(whole.getInt(at + 8), whole.getInt(at + 12)));
            }
        } catch (IOException | FontFormatException unreadable) {
            throw new IllegalStateException("The font " + name + " cannot be read", unreadable);
        }
    }

    String name() {
        return name;
    }

    Font font(float size) {
        return font.deriveFont(size);
    }

    boolean has(int character) {
        return font.canDisplay(character);
    }

    /** How wide a glyph is, in thousandths of the size. */
    int width(int glyph) {
        int counted = tables.get("hhea").getShort(34) & 0xffff;
        return scaled(tables.get("hmtx").getShort(4 * Math.min(glyph, counted - 1)) & 0xffff);
    }

    int ascent() {
        return scaled(tables.get("hhea").getShort(4));
    }

    int descent() {
        return scaled(tables.get("hhea").getShort(6));
    }

    /** The box in which every glyph lies. */
    List<Integer> box() {
        var head = tables.get("head");
        return List.of(scaled(head.getShort(36)), scaled(head.getShort(38)), scaled(head.getShort(40)), scaled(head.getShort(42)));
    }

    private int scaled(int units) {
        return Math.round(units * 1000f / (tables.get("head").getShort(18) & 0xffff));
    }

    /** The font file with these glyphs only, under the numbers that they have. */
    byte[] with(Set<Integer> glyphs) {
        var wanted = withParts(glyphs);
        var outlines = new ByteArrayOutputStream();
        int count = tables.get("maxp").getShort(4) & 0xffff;
        var places = ByteBuffer.allocate(4 * (count + 1));
        for (int glyph = 0; glyph < count; glyph++) {
            places.putInt(outlines.size());
            if (wanted.contains(glyph)) {
                var outline = outline(glyph);
                var bytes = new byte[(outline.remaining() + 3) / 4 * 4];
                outline.get(0, bytes, 0, outline.remaining());
                outlines.writeBytes(bytes);
            }
        }
        places.putInt(outlines.size());
        var head = copy(tables.get("head"));
        head.putShort(50, (short) 1);   // places are written long
        var all = new LinkedHashMap<String, ByteBuffer>();
        KEPT.stream().filter(tables::containsKey).forEach(tag -> all.put(tag, tables.get(tag)));
        all.put("glyf", ByteBuffer.wrap(outlines.toByteArray()));
        all.put("loca", places.flip());
        all.put("head", head);
        return file(all);
    }

    private static ByteBuffer copy(ByteBuffer table) {
        var bytes = new byte[table.remaining()];
        table.get(0, bytes);
        return ByteBuffer.wrap(bytes);
    }

    /** Glyphs may be made of others. */
    private Set<Integer> withParts(Set<Integer> glyphs) {
        var all = new TreeSet<Integer>(Set.of(0));
        var left = new ArrayDeque<>(glyphs);
        while (!left.isEmpty()) {
            int glyph = left.pop();
            if (all.add(glyph)) {
                left.addAll(parts(outline(glyph)));
            }
        }
        return all;
    }

    private static Set<Integer> parts(ByteBuffer outline) {
        var parts = new TreeSet<Integer>();
        if (outline.remaining() == 0 || outline.getShort(0) >= 0) {
            return parts;
        }
        int at = 10;
        int flags;
        do {
            flags = outline.getShort(at);
            parts.add(outline.getShort(at + 2) & 0xffff);
            at += 4 + ((flags & WORDS_FOLLOW) != 0 ? 4 : 2)
                    + ((flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & FOUR_SCALES) != 0 ? 8 : 0);
        } while ((flags & MORE) != 0);
        return parts;
    }

    private ByteBuffer outline(int glyph) {
        var places = tables.get("loca");
        boolean longs = tables.get("head").getShort(50) == 1;
        int from = longs ? places.getInt(4 * glyph) : 2 * (places.getShort(2 * glyph) & 0xffff);
        int to = longs ? places.getInt(4 * glyph + 4) : 2 * (places.getShort(2 * glyph + 2) & 0xffff);
        return tables.get("glyf").slice(from, to - from);
    }

    private static byte[] file(Map<String, ByteBuffer> tables) {
        var file = new ByteArrayOutputStream();
        var body = new ByteArrayOutputStream();
        int power = Integer.highestOneBit(tables.size());
        var head = ByteBuffer.allocate(12 + 16 * tables.size());
        head.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (16 * power))
                .putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (tables.size() - power)));
        tables.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(table -> {
            var bytes = new byte[(table.getValue().remaining() + 3) / 4 * 4];
            table.getValue().get(0, bytes, 0, table.getValue().remaining());
            head.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1)).putInt(sum(bytes))
                    .putInt(head.capacity() + body.size()).putInt(table.getValue().remaining());
            body.writeBytes(bytes);
        });
        try {
            file.write(head.array());
            body.writeTo(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static int sum(byte[] bytes) {
        var words = ByteBuffer.wrap(bytes);
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }
}
