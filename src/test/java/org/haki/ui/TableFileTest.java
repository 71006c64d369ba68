package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** T16: what is taken along says what it said, and runs nothing. */
class TableFileTest {

    @Test
    void a_spreadsheet_keeps_days_as_days_and_texts_as_texts() throws IOException {
        var file = new TableFile("Cases: [all]", List.of("Code", "Received", "Many"),
                List.of(Arrays.asList("=1+1", LocalDate.of(2026, 11, 29), 12), Arrays.asList("सुनेरी", null, 3)), "Taken by Leila");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.as("xlsx")))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCell(0).asString()).isEqualTo("=1+1");
            assertThat(rows.get(1).getCell(1).asDate().toLocalDate()).isEqualTo("2026-11-29");
            assertThat(rows.get(1).getCell(2).asNumber().intValue()).isEqualTo(12);
            assertThat(rows.get(2).getCell(0).asString()).isEqualTo("सुनेरी");
            assertThat(book.getSheets().skip(1).findFirst().orElseThrow().read().getFirst().getCell(0).asString()).isEqualTo("Taken by Leila");
        }
    }

    @Test
    void csv_quotes_what_would_break_a_line_and_ends_with_the_remark() {
        var file = new TableFile("Cases", List.of("Code", "Received"), List.of(Arrays.asList("a \"b\", c\nd", LocalDate.of(2026, 1, 2))), "Taken by Leila");
        assertThat(new String(file.as("csv"), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFCode,Received\r\n\"a \"\"b\"\", c\nd\",2026-01-02\r\nTaken by Leila\r\n");
    }

    @Property(tries = 2_000)
    void no_cell_of_csv_begins_like_a_formula(@ForAll("dangerous") String text) {
        var csv = new String(new TableFile("T", List.of("A"), List.of(List.of(text)), "r").as("csv"), StandardCharsets.UTF_8);
        var cell = csv.substring(csv.indexOf("\r\n") + 2, csv.length() - "\r\nr\r\n".length());
        var read = cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        assertThat(read.isEmpty() || "=+-@\t\r".indexOf(read.charAt(0)) < 0).isTrue();
        assertThat(read.equals(text) || read.equals("'" + text)).isTrue();
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> dangerous() {
        return net.jqwik.api.Arbitraries.strings().withChars("=+-@\t\r\n'\",;|ab1 ").ofMaxLength(12);
    }
}
