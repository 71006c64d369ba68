package org.haki.xlsform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.haki.forms.FuzzForm;

/** Any workbook: as bytes, as the XML of one sheet, or as the cells of sheets; what becomes a form must also open. */
public final class FuzzWorkbook {

    private FuzzWorkbook() {}

    /** One workbook. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        var text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
        switch (data[0]) {
            case 'x' -> convert(new XlsxFile().raw("survey", text).bytes());
            case 'c' -> {
                if (text.strip().startsWith("|")) {
                    convert(XlsxFile.of(text).bytes());
                }
            }
            default -> convert(data);
        }
    }

    private static void convert(byte[] bytes) throws IOException {
        var conversion = XlsForm.read(new ByteArrayInputStream(bytes), "any.xlsx");
        if (conversion.ok() != conversion.problems().isEmpty()) {
            throw new AssertionError("A form or its problems, and never both");
        }
        if (conversion.ok()) {
            FuzzForm.open(conversion.xform().orElseThrow(), conversion.form().orElseThrow());
        }
    }
}
