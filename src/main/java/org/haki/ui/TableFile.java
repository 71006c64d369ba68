package org.haki.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table to take along, as a spreadsheet or as CSV (RFC 4180, UTF-8 with its mark), which goes out line by line and is never
 * held as a whole. A cell is a text, a {@link LocalDate}, a {@link LocalDateTime}, a number, or {@code null}; no text runs as a
 * formula when somebody opens it. The remark, such as who took it and when, stands on a sheet of its own, in CSV on the last line.
 */
public interface TableFile {

    /** The kinds that there are. */
    List<String> KINDS = List.of("xlsx", "csv");

    DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Adds a line. */
    void add(List<?> cells) throws IOException;

    /** Sends what was added so far on its way. */
    void flush() throws IOException;

    /** Says that this was all, with the remark; a file that is not ended is none. */
    void end(String remark) throws IOException;

    /** A file of this kind that goes out there, with its head. */
    static TableFile of(String kind, OutputStream out, String title, List<String> head) throws IOException {
        return kind.equals("csv") ? new CsvFile(out, head) : new XlsxFile(out, title, head);
    }

    /** The media type of this kind. */
    static String mediaType(String kind) {
        return kind.equals("csv") ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    /** Adds a line of CSV. */
    static void line(StringBuilder text, List<?> cells) {
        text.append(cells.stream().map(CsvFile::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    /** Puts cells into a line of a spreadsheet, counted from 0; a text stands in its cell, so that none is remembered for the whole book. */
    static void put(Worksheet sheet, int line, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> { }
                case LocalDate day -> {
                    sheet.value(line, column, day);
                    sheet.style(line, column).format("yyyy-mm-dd").set();
                }
                case LocalDateTime minute -> {
                    sheet.value(line, column, minute);
                    sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
                }
                case Number number -> sheet.value(line, column, number);
                case Object text -> sheet.inlineString(line, column, text.toString());
            }
        }
    }
}
