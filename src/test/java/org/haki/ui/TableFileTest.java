package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T16: what is taken along says what it said, and runs nothing. */
class TableFileTest {

    private static final int LONG = 50_000;
    private static final int AT_ONCE = 500;

    @Test
    void a_spreadsheet_keeps_days_as_days_and_texts_as_texts() throws IOException {
        var bytes = file("xlsx", "Cases: [all]", List.of("Code", "Received", "Many", "At"), "Taken by Leila",
                Arrays.asList("=1+1", LocalDate.of(2026, 11, 29), 12, LocalDateTime.of(2026, 11, 29, 8, 15)), Arrays.asList("सुनेरी", null, 3, null));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCell(0).asString()).isEqualTo("=1+1");
            assertThat(rows.get(1).getCell(1).asDate().toLocalDate()).isEqualTo("2026-11-29");
            assertThat(rows.get(1).getCell(2).asNumber().intValue()).isEqualTo(12);
            assertThat(rows.get(1).getCell(3).asDate()).isEqualTo("2026-11-29T08:15:00");
            assertThat(rows.get(2).getCell(0).asString()).isEqualTo("सुनेरी");
            assertThat(book.getSheets().skip(1).findFirst().orElseThrow().read().getFirst().getCell(0).asString()).isEqualTo("Taken by Leila");
        }
    }

    @Test
    void csv_quotes_what_would_break_a_line_and_ends_with_the_remark() throws IOException {
        var bytes = file("csv", "Cases", List.of("Code", "Received", "At"), "Taken by Leila",
                List.of("a \"b\", c\nd", LocalDate.of(2026, 1, 2), LocalDateTime.of(2026, 1, 2, 8, 15, 30)));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFCode,Received,At\r\n\"a \"\"b\"\", c\nd\",2026-01-02,2026-01-02 08:15\r\nTaken by Leila\r\n");
    }

    @Property(tries = 2_000)
    void no_cell_of_csv_begins_like_a_formula(@ForAll("dangerous") String text) throws IOException {
        var csv = new String(file("csv", "T", List.of("A"), "r", List.of(text)), StandardCharsets.UTF_8);
        var cell = csv.substring(csv.indexOf("\r\n") + 2, csv.length() - "\r\nr\r\n".length());
        var read = cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        assertThat(read.isEmpty() || "=+-@\t\r".indexOf(read.charAt(0)) < 0).isTrue();
        assertThat(read.equals(text) || read.equals("'" + text)).isTrue();
    }

    /** F22: of a table of any length a few hundred lines are held, and what was added before them is on its way. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void a_table_goes_out_while_it_is_made(String kind) throws IOException {
        var out = new CountingStream();
        var file = TableFile.of(kind, out, "Long", List.of("Code", "Words", "Day"));
        var lines = new ArrayDeque<WeakReference<Object>>();
        long before = 0;
        for (int n = 0; n < LONG; n++) {
            var text = ("=" + Long.toString(n * 0x9E3779B97F4A7C15L, 36));
            lines.add(new WeakReference<>(text));
            file.add(Arrays.asList(n, text, LocalDate.of(2026, 11, 30)));
            if (n % AT_ONCE == AT_ONCE - 1) {
                file.flush();
            }
            if (n % (20 * AT_ONCE) == 20 * AT_ONCE - 1) {
                assertThat(out.sent).as("sent of " + n).isGreaterThan(before + 20 * AT_ONCE);
                before = out.sent;
            }
        }
        System.gc();
        assertThat(lines.stream().filter(line -> line.get() != null).count()).as("of the texts of " + LONG + " lines still held").isLessThan(AT_ONCE);
        file.end("Taken by Leila");
    }

    @Test
    void what_does_not_fit_on_a_sheet_goes_on_on_the_next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var file = new XlsxFile(bytes, "Long", List.of("Code"), 3);
        for (int n = 1; n <= 7; n++) {
            file.add(List.of(n));
        }
        file.end("Taken by Leila");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            var sheets = book.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("Long", "Long 2", "Long 3", "Haki");
            assertThat(sheets.get(2).read()).extracting(row -> row.getCell(0).getText()).containsExactly("Code", "7");
        }
    }

    private static final class CountingStream extends OutputStream {
        private long sent;

        @Override
        public void write(int one) {
            sent++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            sent += length;
        }
    }

    @SafeVarargs
    private static byte[] file(String kind, String title, List<String> head, String remark, List<Object>... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var file = TableFile.of(kind, bytes, title, head);
        for (var row : rows) {
            file.add(row);
        }
        file.end(remark);
        return bytes.toByteArray();
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> dangerous() {
        return net.jqwik.api.Arbitraries.strings().withChars("=+-@\t\r\n'\",;|ab1 ").ofMaxLength(12);
    }
}
