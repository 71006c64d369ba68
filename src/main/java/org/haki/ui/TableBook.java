package org.haki.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * Several tables to take along, of the kinds of {@link TableFile}: a spreadsheet with a sheet for each, or CSV with one under the
 * other. What they are about, who took them and when stands on top of every sheet, in CSV once. No text runs as a formula.
 */
public record TableBook(List<List<Object>> about, List<Table> tables) {

    /** One table; the note stands under it, or is {@code null}. */
    public record Table(String title, List<String> head, List<List<Object>> rows, String note) {}

    /** The file, of this kind. */
    public byte[] as(String kind) {
        return kind.equals("csv") ? csv() : xlsx();
    }

    private byte[] csv() {
        var text = new StringBuilder("\uFEFF");
        about.forEach(line -> TableFile.line(text, line));
        for (var table : tables) {
            text.append("\r\n");
            TableFile.line(text, List.of(table.title()));
            TableFile.line(text, table.head());
            table.rows().forEach(row -> TableFile.line(text, row));
            if (table.note() != null) {
                TableFile.line(text, List.of(table.note()));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] xlsx() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Haki", "1.0")) {
            for (var table : tables) {
                var sheet = book.newWorksheet(table.title().replaceAll("[\\[\\]:*?/\\\\']", " ").strip());
                int line = 0;
                for (var said : about) {
                    TableFile.put(sheet, line++, said);
                }
                TableFile.put(sheet, ++line, List.of(table.title()));
                sheet.style(line, 0).bold().set();
                TableFile.put(sheet, ++line, table.head());
                sheet.range(line, 0, line, table.head().size() - 1).style().bold().set();
                for (var row : table.rows()) {
                    TableFile.put(sheet, ++line, row);
                }
                if (table.note() != null) {
                    TableFile.put(sheet, line + 2, List.of(table.note()));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
