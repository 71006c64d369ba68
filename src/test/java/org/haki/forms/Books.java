package org.haki.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haki.xlsform.XlsForm;
import org.haki.xlsform.XlsxFile;

/** Small workbooks for tests. */
public final class Books {

    static final Instant NOW = Instant.parse("2026-03-01T21:30:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    private Books() {}

    /** A published version of a workbook in the markdown of {@link XlsxFile}. */
    public static FormVersion version(String markdown) {
        return version(XlsxFile.of(markdown).bytes());
    }

    static FormVersion version(byte[] xlsx) {
        try {
            var read = XlsForm.read(new ByteArrayInputStream(xlsx), "book.xlsx");
            if (!read.ok()) {
                throw new IllegalArgumentException(read.problems().toString());
            }
            return new FormVersion(Hash.of(xlsx), read.xform().orElseThrow(), read.form().orElseThrow());
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    static CaseDocument girl() {
        return CaseDocument.at(NOW, ZONE).put("age", 15).put("sex", "female").put("stage", "assess")
                .put("received_at", Instant.parse("2026-02-20T10:00:00Z")).put("opened_at", LocalDate.of(2026, 2, 21))
                .put("incident", List.of(Node.of("core_type", "rape"))).done();
    }

    /** Answers: place, value, place, value …; {@code child[]} with rows separated by spaces. */
    static Answers answers(String... pairs) {
        var values = new LinkedHashMap<String, String>();
        var rows = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].endsWith("[]")) {
                rows.put(pairs[i].substring(0, pairs[i].length() - 2), List.of(pairs[i + 1].split(" ")));
            } else {
                values.put(pairs[i], pairs[i + 1]);
            }
        }
        return new Answers(values, Map.copyOf(rows));
    }
}
