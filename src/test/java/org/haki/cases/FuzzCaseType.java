package org.haki.cases;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Any casetype.yaml, and any filter of the list of cases as it comes in an address. */
public final class FuzzCaseType {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private FuzzCaseType() {}

    /** A filter where it begins with ?, else a type. */
    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        if (text.startsWith("?")) {
            var parts = text.substring(1).split("&", 8);
            var asked = new ListCases(part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4), part(parts, 5),
                    part(parts, 6), part(parts, 7));
            var mark = asked.mark();
            if (mark.touched().isBefore(FIRST) || mark.touched().isAfter(LAST)) {
                throw new AssertionError("A moment that no database knows: " + mark.touched());
            }
            if (!asked.address().matches("/cases[\\x21-\\x7e]*") || !asked.downloadAddress().startsWith("/downloads?list=cases")) {
                throw new AssertionError("No address of ours: " + asked.address());
            }
            asked.ownerId();
            asked.officeId();
            return;
        }
        new CaseTypeReader(new Findings("any")).read("any", new StringReader(text));
    }

    private static String part(String[] parts, int which) {
        return which < parts.length ? parts[which] : null;
    }
}
