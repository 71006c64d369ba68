package org.haki.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

/** A {@link TableFile} as CSV. */
class CsvFile implements TableFile {

    private static final String RUNS_AS_A_FORMULA = "=+-@\t\r";

    private final OutputStream out;

    CsvFile(OutputStream out, List<String> head) throws IOException {
        this.out = out;
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        add(head);
    }

    @Override
    public void add(List<?> cells) throws IOException {
        var text = new StringBuilder();
        TableFile.line(text, cells);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end(String remark) throws IOException {
        add(List.of(remark));
        out.flush();
    }

    static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case LocalDateTime minute -> MINUTE.format(minute);
            case String written -> quoted(written);
            default -> value.toString();
        };
    }

    private static String quoted(String written) {
        var safe = !written.isEmpty() && RUNS_AS_A_FORMULA.indexOf(written.charAt(0)) >= 0 ? "'" + written : written;
        return safe.matches("(?s).*[\",\r\n'].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
