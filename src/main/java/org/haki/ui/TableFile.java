package org.haki.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table to take along, as a spreadsheet or as CSV (RFC 4180, UTF-8 with its mark). A cell is a text, a {@link LocalDate}, a
 * number, or {@code null}; no text runs as a formula when somebody opens it. The remark, such as who took it and when, stands
 * on a sheet of its own, in CSV on the last line.
 */
public record TableFile(String title, List<String> head, List<List<Object>> rows, String remark) {

    private static final String RUNS_AS_A_FORMULA = "=+-@\t\r";

    /** The kinds that there are. */
    public static final List<String> KINDS = List.of("xlsx", "csv");

    /** The media type of this kind. */
    public static String mediaType(String kind) {
        return kind.equals("csv") ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    /** The file, of this kind. */
    public byte[] as(String kind) {
        return kind.equals("csv") ? csv() : xlsx();
    }

    private byte[] csv() {
        var text = new StringBuilder("\uFEFF");
        line(text, head);
        rows.forEach(row -> line(text, row));
        line(text, List.of(remark));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Adds a line of CSV. */
    public static void line(StringBuilder text, List<?> cells) {
        text.append(cells.stream().map(TableFile::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    private static String cell(Object value) {
        if (!(value instanceof String written)) {
            return value == null ? "" : value.toString();
        }
        var safe = !written.isEmpty() && RUNS_AS_A_FORMULA.indexOf(written.charAt(0)) >= 0 ? "'" + written : written;
        return safe.matches("(?s).*[\",\r\n'].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private byte[] xlsx() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Haki", "1.0")) {
            var sheet = book.newWorksheet(title.replaceAll("[\\[\\]:*?/\\\\]", " "));
            put(sheet, 0, head);
            sheet.range(0, 0, 0, Math.max(0, head.size() - 1)).style().bold().set();
            sheet.freezePane(0, 1);
            for (int n = 0; n < rows.size(); n++) {
                put(sheet, n + 1, rows.get(n));
            }
            book.newWorksheet("Haki").value(0, 0, remark);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Puts cells into a line of a spreadsheet, counted from 0. */
    public static void put(Worksheet sheet, int line, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> { }
                case LocalDate day -> {
                    sheet.value(line, column, day);
                    sheet.style(line, column).format("yyyy-mm-dd").set();
                }
                case Number number -> sheet.value(line, column, number);
                case Object text -> sheet.value(line, column, text.toString());
            }
        }
    }
}
