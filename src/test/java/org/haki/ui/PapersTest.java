package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** A PDF made by hand: every script shaped and in its order, and what it says beside it. */
class PapersTest {

    private static final PdfLines LINES = new PdfLines(List.of("NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansDevanagari-Regular",
            "NotoSansBengali-Regular", "NotoSansEthiopic-Regular").stream().map(TypeFace::new).toList());

    @Test
    void Arabic_runs_from_right_to_left_its_letters_joined_and_the_number_in_it_from_left_to_right() {
        var line = LINES.of("قالت 0712 نعم", 12, 400).getFirst();
        assertThat(line.rightToLeft()).isTrue();
        assertThat(said(line)).as("from left to right as it stands on paper").isEqualTo("معن 0712 تلاق");
        var joined = LINES.of("قالت", 12, 400).getFirst().runs().getFirst().glyphs();
        var apart = LINES.of("ق ا ل ت", 12, 400).getFirst().runs().getFirst().glyphs();
        assertThat(joined).as("other shapes than letters that stand alone").isNotEqualTo(Arrays.stream(apart)
                .filter(glyph -> glyph != LINES.of("ا ا", 12, 400).getFirst().runs().getFirst().glyphs()[1]).toArray());
    }

    @Test
    void Devanagari_and_Bengali_are_set_as_they_are_written() {
        var ki = LINES.of("कि", 12, 400).getFirst().runs().getFirst();
        assertThat(ki.face().name()).isEqualTo("NotoSansDevanagari-Regular");
        assertThat(ki.glyphs()[0]).as("the vowel sign stands before its letter").isNotEqualTo(LINES.of("क", 12, 400).getFirst().runs().getFirst().glyphs()[0]);
        assertThat(Arrays.stream(LINES.of("क्ष", 12, 400).getFirst().runs().getFirst().glyphs()).filter(glyph -> glyph >= 0).count())
                .as("one sign for both letters").isEqualTo(1);
        assertThat(LINES.of("কর্মকর্তা", 12, 400).getFirst().runs()).singleElement()
                .satisfies(run -> assertThat(run.face().name()).isEqualTo("NotoSansBengali-Regular"));
    }

    @Test
    void a_line_breaks_between_words_and_a_word_that_is_too_long_within_itself() {
        var broken = LINES.of("She wants a lawyer before Thursday, and somebody to go with her.", 12, 120);
        assertThat(broken).allMatch(line -> line.width() <= 120);
        assertThat(broken.stream().map(PdfLines.Line::text).collect(Collectors.joining(" ")))
                .isEqualTo("She wants a lawyer before Thursday, and somebody to go with her.");
        assertThat(LINES.of("x".repeat(200), 12, 120)).hasSizeGreaterThan(3).allMatch(line -> line.width() <= 120);
        assertThat(LINES.of("", 12, 120)).isEmpty();
    }

    @Test
    void the_file_holds_what_it_says_and_only_the_letters_that_it_needs() throws IOException {
        var paper = new PdfPaper();
        paper.page();
        paper.text(0, LINES.of("Wanjirũ قالت", 12, 400).getFirst(), 56, 700, 12, true, false);
        var file = paper.file("K7M4", "en");
        var text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF-1.7").endsWith("%%EOF\n").contains("/Lang (en)", "NotoSansArabic-Regular").doesNotContain("Ethiopic");
        assertThat(file.length).as("whole fonts would be ten times as much").isLessThan(60_000);
        assertThat(unpacked(file)).contains("ActualText <FEFF00570061006E006A0069007201690020064206270644062A>");
        var places = Pattern.compile("(\\d{10}) 00000 n").matcher(text).results().map(one -> Integer.parseInt(one.group(1))).toList();
        for (int i = 0; i < places.size(); i++) {
            assertThat(text.substring(places.get(i))).startsWith((i + 1) + " 0 obj");
        }
    }

    @Test
    void of_a_page_stands_what_is_to_be_handed_over_and_nothing_that_only_a_screen_needs() {
        var sheet = Sheet.of("""
                <body><nav>Today</nav><article class="document"><h1>History <span class="code">K7M4</span></h1>
                <dl><dt>Owner</dt> <dd>Wanjir&#361; &lt;b&gt;</dd></dl><form><p>Send</p></form><p class="unprinted">Print</p><svg><text>2</text></svg>
                <p class="notice notice-soon">Confidential<br>for two</p><ul><li><a href="/x" title="a > b">She&nbsp;came</a></li></ul></article><p>after</p></body>""");
        assertThat(sheet.lines()).containsExactly(
                new Sheet.Line(Sheet.Look.TITLE, "History K7M4"), new Sheet.Line(Sheet.Look.LABEL, "Owner"), new Sheet.Line(Sheet.Look.TEXT, "Wanjirũ <b>"),
                new Sheet.Line(Sheet.Look.NOTICE, "Confidential"), new Sheet.Line(Sheet.Look.NOTICE, "for two"),
                new Sheet.Line(Sheet.Look.ITEM, "She\u00a0came"));
    }

    private static String said(PdfLines.Line line) {
        return line.runs().stream().map(run -> String.join("", run.meaning())).collect(Collectors.joining());
    }

    static String unpacked(byte[] file) throws IOException {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var all = new StringBuilder();
        for (int at = text.indexOf("stream\n"); at >= 0; at = text.indexOf("stream\n", at + 1)) {
            if (text.startsWith("end", at - 3)) {
                continue;
            }
            var bytes = Arrays.copyOfRange(file, at + 7, file.length);
            try (var inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
                all.append(new String(inflater.readAllBytes(), StandardCharsets.ISO_8859_1));
            } catch (java.util.zip.ZipException end) {
                all.append("?");
            }
        }
        return all.toString();
    }
}
