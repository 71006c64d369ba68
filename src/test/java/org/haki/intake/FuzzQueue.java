package org.haki.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Any receipt as it is typed, and any filter of the queue as it comes in an address. */
public final class FuzzQueue {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private FuzzQueue() {}

    /** One text, taken for both. */
    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        var read = Receipt.read(text);
        if (Receipt.isDigits(read) && read.length() != 16) {
            throw new AssertionError("A receipt of " + read.length() + " digits");
        }
        Receipt.easy(read);
        for (var view : Filter.VIEWS) {
            var filter = new Filter(view, text, text, text);
            var start = filter.start();
            if (start.at().isBefore(FIRST) || start.at().isAfter(LAST)) {
                throw new AssertionError("A moment that no database knows: " + start.at());
            }
            filter.query();
        }
    }
}
