package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file holds, it is answered with a sentence, soon, and within the memory of a small machine. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadWorkbooksTest {

    private static List<String> codes(Conversion conversion) {
        assertThat(conversion.xform()).isEmpty();
        return conversion.problems().stream().map(Problem::code).distinct().toList();
    }

    private static List<String> codes(String markdown) {
        return codes(XlsxFile.of(markdown).convert());
    }

    @Test
    void what_is_no_workbook_is_told_what_to_do() {
        assertThat(codes(XlsxFile.convert(new byte[0]))).containsExactly("file-unreadable");
        assertThat(codes(XlsxFile.convert("type,name,label".getBytes()))).containsExactly("file-unreadable");
        assertThat(codes(XlsxFile.convert(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}))).containsExactly("file-unreadable");
        var old = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        var conversion = XlsxFile.convert(old);
        assertThat(codes(conversion)).containsExactly("file-old-excel");
        assertThat(conversion.problems().getFirst().sentence()).contains("save it as");
    }

    @Test
    void F22_a_bomb_is_weighed_before_it_is_opened() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        assertThat(out.size()).isLessThan(3 << 20);
        assertThat(codes(XlsxFile.convert(out.toByteArray()))).containsExactly("file-too-big");
    }

    @Test
    void entities_are_not_unfolded() {
        var file = XlsxFile.of("| survey |\n| | type | name | label |\n| | text | a | A |");
        assertThat(file.convert().ok()).isTrue();
        assertThat(codes(XlsxFile.convert(file.bytes("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>")))).containsExactly("file-unreadable");
    }

    @Test
    void entities_are_not_unfolded_in_another_encoding_or_far_behind() throws IOException {
        var sheet = XlsxFile.of("| survey |\n| | type | name | label |\n| | text | a | &big; |");
        var entity = "<!DOCTYPE x [<!ENTITY big \"" + "a".repeat(1_000) + "\">]>";
        var far = "<?xml version=\"1.0\"?><!--" + " ".repeat(80_000) + "-->" + entity;
        var wide = XlsxFile.inParts(sheet.bytes("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + entity), StandardCharsets.UTF_16);
        for (var file : List.of(XlsxFile.inParts(sheet.bytes(far), StandardCharsets.UTF_8), wide)) {
            assertThat(codes(XlsxFile.convert(file))).containsExactly("file-unreadable");
        }
    }

    @Test
    void a_sheet_whose_XML_is_nested_twenty_thousand_deep_ends_nothing() {
        var deep = XlsxFile.of("| survey |\n| | type | name | label |\n| | text | a | A |")
                .raw("survey", "<row r=\"3\">" + "<is>".repeat(20_000) + "x" + "</is>".repeat(20_000) + "</row>").convert();
        assertThat(deep.ok() || !deep.problems().isEmpty()).isTrue();
    }

    @Test
    void twenty_sheets_of_sixty_thousand_rows_beside_the_form_are_not_read() {
        var file = XlsxFile.of("| survey |\n| | type | name | label |\n| | text | a | A |");
        var rows = IntStream.rangeClosed(1, 60_000).mapToObj(row -> "<row r=\"" + row + "\"><c r=\"A" + row + "\"><v>1</v></c></row>").collect(Collectors.joining());
        for (int i = 0; i < 20; i++) {
            file.raw("notes" + i, rows);
        }
        assertThat(file.convert().problems()).isEmpty();
    }

    @Test
    void macros_are_not_read_and_said() throws IOException {
        var book = XlsxFile.with("xl/vbaProject.bin", XlsxFile.of("| survey |\n| | type | name | label |\n| | text | a | A |").bytes());
        var conversion = XlsxFile.convert(book);
        assertThat(conversion.ok()).isTrue();
        assertThat(conversion.warnings()).extracting(Problem::code).containsExactly("file-macros");
    }

    @Test
    void F22_a_sheet_of_sixty_thousand_rows_and_a_list_of_a_hundred_thousand_choices_and_more_are_too_big() {
        var survey = new XlsxFile().row("survey", "type", "name", "label");
        for (int i = 0; i < 60_000; i++) {
            int row = i + 2;
            survey.raw("survey", IntStream.range(0, 20).mapToObj(column -> "<c r=\"" + (char) ('A' + column) + row + "\"><v>1</v></c>")
                    .collect(Collectors.joining("", "<row r=\"" + row + "\">", "</row>")));
        }
        assertThat(codes(survey.convert())).contains("sheet-too-big");
        var choices = XlsxFile.of("| survey |\n| | type | name | label |\n| | select_one a | a | A |").row("choices", "list_name", "name", "label");
        for (int i = 0; i < 150_000; i++) {
            choices.row("choices", "a", "c" + i, "C");
        }
        assertThat(codes(choices.convert())).containsAnyOf("sheet-too-big", "file-too-big");
    }

    @ParameterizedTest
    @CsvSource({"ZZZZZZZ2", "CCCCCCCCCCC1", "ZZZZZZ2", "XFD2", "A99999999999", "2A", "A0", "''"})
    void cells_at_impossible_places_end_nothing(String place) {
        var conversion = XlsxFile.of("| survey |\n| | type | name | label |\n| | text | a | A |")
                .raw("survey", "<row r=\"3\"><c r=\"" + place + "\" t=\"inlineStr\"><is><t>x</t></is></c></row>").convert();
        assertThat(conversion.ok() || !conversion.problems().isEmpty()).isTrue();
    }

    @Test
    void groups_without_end_and_brackets_without_end_are_too_deep() {
        var groups = new XlsxFile().row("survey", "type", "name", "label");
        for (int i = 0; i < 5_000; i++) {
            groups.row("survey", "begin group", "g" + i, "G");
        }
        assertThat(codes(groups.convert())).contains("form-too-deep");
        assertThat(codes("| survey |\n| | type | name | calculation |\n| | calculate | a | " + "(".repeat(15_000) + "1" + ")".repeat(15_000) + " |"))
                .containsExactly("text-too-deep");
    }

    @Test
    void a_chain_of_thousands_of_calculations_is_no_circle_and_a_circle_is_shown() {
        var chain = new XlsxFile().row("survey", "type", "name", "calculation").row("survey", "calculate", "q0", "1");
        for (int i = 1; i < 9_000; i++) {
            chain.row("survey", "calculate", "q" + i, "${q" + (i - 1) + "} + 1");
        }
        assertThat(chain.convert().problems()).isEmpty();
        var circle = XlsxFile.of("""
                | survey |
                | | type      | name | calculation | relevant | label |
                | | calculate | a    | ${b} + 1    |          |       |
                | | calculate | b    | ${c}        |          |       |
                | | integer   | c    |             | ${a} > 1 | C     |
                """).convert();
        assertThat(codes(circle)).containsExactly("calculation-circular");
        assertThat(circle.problems().getFirst().sentence()).contains("a → b → c → a");
    }

    @Test
    void references_cannot_make_a_form_grow_without_end() {
        var file = new XlsxFile().row("survey", "type", "name", "label", "calculation").row("survey", "begin group", "g".repeat(250), "G")
                .row("survey", "text", "n", "N").row("survey", "end group");
        var references = "${n}".repeat(2_000);
        for (int i = 0; i < 100; i++) {
            file.row("survey", "calculate", "c" + i, "", references);
        }
        assertThat(codes(file.convert())).containsExactly("file-too-big");
    }

    @Test
    void names_that_look_like_others_are_refused() {
        assertThat(codes("| survey |\n| | type | name | label |\n| | text | a\u200bb | A |")).containsExactly("name-invisible");
        assertThat(codes("| survey |\n| | type | name | label |\n| | text | a\u202eb | A |")).containsExactly("name-invisible");
        assertThat(codes("| survey |\n| | type | name | label |\n| | text | a b | A |")).containsExactly("name-invalid");
        assertThat(codes("| survey |\n| | type | name | label |\n| | text | a:b | A |")).containsExactly("name-prefix");
        assertThat(codes("| survey |\n| | type | name | label |\n| | text | a | A |\n| | text | a | B |")).containsExactly("name-twice");
    }

    @Test
    void all_problems_are_said_at_once_each_at_its_cell() {
        var problems = XlsxFile.of("""
                | survey |
                | | type           | name | label     | relevant  |
                | | txt            | a    | A         |           |
                | | select_one yn  | b    | B         | ${z} = 1  |
                | | text           | c    | C ${b     |           |
                | | calculate      | d    |           |           |
                | choices |
                | | list_name | name | label |
                | | ny        | y    | Yes   |
                """).convert().problems();
        assertThat(problems).extracting(Problem::toString).satisfiesExactlyInAnyOrder(
                said -> assertThat(said).isEqualTo("survey!A2: The type 'txt' is not known. Is 'text' meant?"),
                said -> assertThat(said).isEqualTo("survey!A3: There is no list 'yn' on the sheet 'choices'."),
                said -> assertThat(said).startsWith("survey!D3: There is no question named 'z'."),
                said -> assertThat(said).startsWith("survey!C4: A reference is written ${name}"),
                said -> assertThat(said).startsWith("survey!5: A calculate needs a calculation"));
    }

    @Test
    void formulas_count_by_their_value_and_not_as_logic() {
        var header = "| survey |\n| | type | name | label | calculation |\n";
        assertThat(codes(header + "| | calculate | a | | =A1+1 |")).containsExactly("expression-excel");
        assertThat(codes(header + "| | calculate | a | | concat('x |")).containsExactly("expression-broken");
        var unread = XlsxFile.of(header).raw("survey", "<row r=\"2\"><c r=\"A2\"><f>B2</f></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>");
        assertThat(codes(unread.convert())).contains("cell-formula", "cell-error");
    }

    @Test
    void what_is_not_known_is_never_left_out_in_silence() {
        var conversion = XlsxFile.of("""
                | survey |
                | | type | name | label | relevent | haki::vault |
                | | text | a    | A     | 1 = 1    | yes         |
                | settings |
                | | form_titel | submission_url   |
                | | Visit      | https://a.example |
                """).convert();
        assertThat(conversion.warnings()).extracting(Problem::toString)
                .anyMatch(said -> said.startsWith("survey!D1: The column 'relevent' is not known and is left out. Is 'relevant' meant?"))
                .anyMatch(said -> said.startsWith("settings!A1: The column 'form_titel' is not known"))
                .anyMatch(said -> said.startsWith("settings!B2: The setting 'submission_url' is left out"));
        assertThat(conversion.form().orElseThrow().fields().getFirst().marks()).containsEntry("vault", "yes");
    }

    @Test
    void a_language_that_lacks_a_column_is_named() {
        assertThat(XlsxFile.of("""
                | survey |
                | | type | name | label::English (en) | label::Kiswahili | constraint_message::English (en) |
                | | text | a    | A                   | A                | No                               |
                """).convert().warnings()).extracting(Problem::sentence).containsExactlyInAnyOrder(
                "The language 'Kiswahili' has no column 'constraint_message'.",
                "The language 'Kiswahili' has no code, such as in “English (en)”.");
    }
}
