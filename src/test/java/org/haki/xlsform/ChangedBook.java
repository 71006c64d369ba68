package org.haki.xlsform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A workbook as somebody changes it in a spreadsheet for its next version: a question less and one more. */
public final class ChangedBook {

    private ChangedBook() {}

    /** The same workbook as version 2 of this form, without one question and with a text more. */
    public static byte[] of(byte[] book, String formId, String removed, String added) {
        var changed = new XlsxFile();
        var sheets = sheets(book);
        survey(sheets.get("survey"), removed, added).forEach(row -> changed.row("survey", row.toArray(String[]::new)));
        sheets.getOrDefault("choices", List.of()).forEach(row -> changed.row("choices", row.toArray(String[]::new)));
        settings(sheets.getOrDefault("settings", List.of()), formId).forEach(row -> changed.row("settings", row.toArray(String[]::new)));
        return changed.bytes();
    }

    private static List<List<String>> survey(List<List<String>> rows, String removed, String added) {
        var header = rows.getFirst();
        int name = header.indexOf("name");
        var kept = new ArrayList<>(rows);
        kept.removeIf(row -> row.size() > name && row.get(name).equals(removed));
        if (kept.size() != rows.size() - 1) {
            throw new AssertionError("There is no " + removed);
        }
        kept.add(header.stream().map(column -> column.equals("type") ? "text" : column.equals("name") ? added : column.startsWith("label") ? "Asked since then" : "").toList());
        return kept;
    }

    private static List<List<String>> settings(List<List<String>> rows, String formId) {
        var settings = new LinkedHashMap<String, String>();
        for (int i = 0; rows.size() > 1 && i < rows.get(1).size(); i++) {
            settings.put(rows.getFirst().get(i), rows.get(1).get(i));
        }
        settings.put("form_id", formId);
        settings.put("version", "2");
        settings.keySet().removeIf(String::isEmpty);
        return List.of(List.copyOf(settings.keySet()), List.copyOf(settings.values()));
    }

    private static Map<String, List<List<String>>> sheets(byte[] bytes) {
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes)); var all = book.getSheets()) {
            for (var sheet : all.toList()) {
                try (var rows = sheet.openStream()) {
                    sheets.put(sheet.getName(), rows.map(ChangedBook::cells).toList());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sheets;
    }

    private static List<String> cells(Row row) {
        return row.stream().map(cell -> cell == null ? "" : text(cell)).toList();
    }

    private static String text(Cell cell) {
        var text = cell.getText();
        return text == null ? "" : text.strip();
    }
}
