package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.haki.ui.TableBook.Table;
import org.junit.jupiter.api.Test;

/** T16: several tables taken along say what they said, and run nothing. */
class TableBookTest {

    private static final String LONG = "What did the survivor ask for at first: medical help? Legal [advice]?";

    private final TableBook book = new TableBook(
            List.of(List.of("From", LocalDate.of(2026, 11, 1), "Taken by", "=Leila()"), List.of("Keep it locked")),
            List.of(new Table(LONG, List.of("Answer", "Times"), List.of(List.of("@SUM(A1)", 12L), Arrays.asList("None", null)), "+hidden"),
                    new Table(LONG, List.of("Answer"), List.of(), null)));

    @Test
    void each_table_has_a_sheet_with_what_it_is_about_on_top() throws IOException {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(book.as("xlsx")))) {
            var sheets = read.getSheets().toList();
            assertThat(sheets).hasSize(2);
            for (var sheet : sheets) {
                assertThat(sheet.read().getFirst().getCell(1).asDate().toLocalDate()).isEqualTo("2026-11-01");
                assertThat(sheet.read().getFirst().getCell(3).getType()).isEqualTo(CellType.STRING);
                assertThat(sheet.read()).anySatisfy(row -> assertThat(row.getCell(0).asString()).isEqualTo(LONG));
            }
            assertThat(sheets.getFirst().read()).anySatisfy(row -> {
                assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCell(0).asString()).isEqualTo("@SUM(A1)");
                assertThat(row.getCell(1).asNumber().intValue()).isEqualTo(12);
            });
        }
    }

    @Test
    void csv_has_one_table_under_the_other_and_no_cell_that_begins_like_a_formula() {
        assertThat(new String(book.as("csv"), StandardCharsets.UTF_8)).isEqualTo("\uFEFFFrom,2026-11-01,Taken by,\"'=Leila()\"\r\nKeep it locked\r\n\r\n"
                + LONG + "\r\nAnswer,Times\r\n\"'@SUM(A1)\",12\r\nNone,\r\n\"'+hidden\"\r\n\r\n" + LONG + "\r\nAnswer\r\n");
    }
}
