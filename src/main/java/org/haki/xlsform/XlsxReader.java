package org.haki.xlsform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** Reads the sheets of an Excel workbook, within bounds. Sheets that have nothing to do with the form are not looked at. */
final class XlsxReader {

    private static final Map<String, Integer> MOST_ROWS = Map.of("survey", 10_000, "choices", 50_000, "entities", 200, "settings", 10);
    private static final int MOST_COLUMNS = 400;
    private static final int MOST_LETTERS = 8_000_000;
    private static final int MOST_CELLS = 500_000;

    private final Problems problems;

    private final boolean date1904;
    private long letters;
    private int filled;

    private XlsxReader(Problems problems, boolean date1904) {
        this.problems = problems;
        this.date1904 = date1904;
    }

    static Workbook read(InputStream stream, Problems problems) throws IOException {
        var bytes = WorkbookBytes.of(stream, problems);
        try (var workbook = open(bytes)) {
            return new XlsxReader(problems, workbook.isDate1904()).sheets(workbook);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // the readers of zip, XML and workbooks below each have exceptions of their own for bytes that are none of these
            throw WorkbookBytes.refusal(Fault.FILE_UNREADABLE);
        }
    }

    /** Formats tell days from numbers; some programs write workbooks without any. */
    private static ReadableWorkbook open(byte[] bytes) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
        } catch (ExcelReaderException noFormats) {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true));
        }
    }

    private Workbook sheets(ReadableWorkbook workbook) throws IOException {
        var found = workbook.getSheets().toList();
        var names = found.stream().map(org.dhatim.fastexcel.reader.Sheet::getName).toList();
        var sheets = new HashMap<String, Sheet>();
        for (var sheet : found) {
            var name = sheet.getName().toLowerCase(Locale.ROOT);
            if (found.size() == 1 && !Workbook.SHEETS.contains(name)) {
                name = "survey";
            }
            if (MOST_ROWS.containsKey(name) && sheets.put(name, sheet(sheet, name)) != null) {
                problems.add(new Problem(Fault.SHEET_NOT_SUPPORTED, name, 0, 0,
                        Fault.SHEET_NOT_SUPPORTED.say(name, "There are two of this name; remove one.")));
            }
        }
        return new Workbook(sheets, names);
    }

    private Sheet sheet(org.dhatim.fastexcel.reader.Sheet source, String name) throws IOException {
        var header = new LinkedHashMap<Integer, String>();
        var rows = new ArrayList<Sheet.Row>();
        try (var stream = source.openStream()) {
            var all = stream.iterator();
            while (all.hasNext()) {
                var row = all.next();
                var cells = cells(row, name);
                if (cells.size() > MOST_COLUMNS) {
                    throw tooBig(name, MOST_COLUMNS, "columns");
                }
                if (row.getRowNum() == 1) {
                    cells.forEach((column, text) -> header.put(column, String.join(" ", text.split("\\s+"))));
                } else if (!cells.isEmpty()) {
                    rows.add(new Sheet.Row(row.getRowNum(), cells));
                }
                if (rows.size() > MOST_ROWS.get(name)) {
                    throw tooBig(name, MOST_ROWS.get(name), "rows");
                }
            }
        }
        return named(new Sheet(name, header, rows));
    }

    /** Leaves out, with a word, what stands in columns without a name; a sheet whose first row is empty has no names at all. */
    private Sheet named(Sheet sheet) {
        if (sheet.header().isEmpty()) {
            return sheet;
        }
        var said = new HashSet<Integer>();
        for (var row : sheet.rows()) {
            row.cells().keySet().removeIf(column -> {
                boolean loose = !sheet.header().containsKey(column);
                if (loose && said.add(column)) {
                    problems.warn(sheet.problem(Fault.HEADER_ROW_MISSING, row.number(), column));
                }
                return loose;
            });
        }
        return sheet;
    }

    private static Refused tooBig(String sheet, int most, String what) {
        return new Refused(new Problem(Fault.SHEET_TOO_BIG, sheet, 0, 0, Fault.SHEET_TOO_BIG.say(most, what)));
    }

    private Map<Integer, String> cells(org.dhatim.fastexcel.reader.Row row, String sheet) {
        var cells = new LinkedHashMap<Integer, String>();
        for (var cell : row) {
            if (cell != null) {
                var place = new CellText(sheet, row.getRowNum(), cell.getColumnIndex() + 1, date1904, problems);
                var text = place.of(cell);
                letters += text.length();
                if (letters > MOST_LETTERS) {
                    throw tooBig(sheet, MOST_LETTERS, "letters");
                }
                if (!text.isEmpty() && ++filled > MOST_CELLS) {
                    throw tooBig(sheet, MOST_CELLS, "cells");
                }
                if (!text.isEmpty()) {
                    cells.put(cell.getColumnIndex() + 1, text);
                }
            }
        }
        return cells;
    }
}
