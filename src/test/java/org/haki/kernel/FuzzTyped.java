package org.haki.kernel;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Anything somebody types where a code, a date, a sum or words belong. */
public final class FuzzTyped {

    private FuzzTyped() {}

    /** One text, taken for each. */
    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        var clean = Text.clean(text);
        if (!clean.equals(Text.clean(clean))) {
            throw new AssertionError("Cleaned twice it is another");
        }
        var code = Code.read(text);
        if (code != null && !code.equals(Code.read(Code.shown(code)))) {
            throw new AssertionError("A code that is shown reads as another");
        }
        var errors = new Errors();
        var date = PartialDate.read(text, "day", errors);
        if (date != null && errors.isEmpty()) {
            if (!date.equals(PartialDate.of(date.toString())) || date.earliest().isAfter(LocalDate.of(2200, 12, 31))) {
                throw new AssertionError("A date that is written reads as another: " + date);
            }
        }
        for (var currency : new String[] {"KES", "JPY", "KWD"}) {
            Money.read(text, currency, "sum", new Errors());
        }
    }
}
