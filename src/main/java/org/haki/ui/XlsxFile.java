package org.haki.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A {@link TableFile} as a spreadsheet; what does not fit on a sheet goes on on the next. */
class XlsxFile implements TableFile {

    /** A sheet takes 1,048,576 lines. */
    private static final int MOST_LINES = 1_000_000;
    private static final int HELD = 200;
    private static final int TITLE = 28;

    private final Workbook book;
    private final OutputStream out;
    private final String title;
    private final List<String> head;
    private final int most;
    private Worksheet sheet;
    private int sheets;
    private int line;

    XlsxFile(OutputStream out, String title, List<String> head) {
        this(out, title, head, MOST_LINES);
    }

    XlsxFile(OutputStream out, String title, List<String> head, int most) {
        this.most = most;
        this.out = out;
        this.book = new Workbook(out, "Haki", "1.0");
        var plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        this.title = plain.substring(0, Math.min(TITLE, plain.length()));
        this.head = head;
        begin();
    }

    private void begin() {
        sheet = book.newWorksheet(sheets++ == 0 ? title : title + " " + sheets);
        TableFile.put(sheet, 0, head);
        sheet.range(0, 0, 0, Math.max(0, head.size() - 1)).style().bold().set();
        sheet.freezePane(0, 1);
        line = 1;
    }

    @Override
    public void add(List<?> cells) throws IOException {
        if (line > most) {
            sheet.finish();
            begin();
        }
        TableFile.put(sheet, line++, cells);
        if (line % HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
        out.flush();
    }

    @Override
    public void end(String remark) throws IOException {
        sheet.finish();
        book.newWorksheet("Haki").inlineString(0, 0, remark);
        book.finish();
        out.flush();
    }
}
