package org.haki.referrals;

import java.util.Objects;
import org.haki.cases.Decision;
import org.haki.kernel.Errors;

/** That she agreed to be kept in the receiver's own register, as typed: how, and who decided. */
public record OpenRecord(String method, String byWhom) {

    /** A form nobody has typed in. */
    public static final OpenRecord EMPTY = new OpenRecord("", "");

    public OpenRecord {
        method = Objects.requireNonNullElse(method, "");
        byWhom = Objects.requireNonNullElse(byWhom, "");
    }

    /** What needs another look. */
    public Errors errors() {
        return new Errors()
                .unless(Decision.METHODS.contains(method), "method", "RecordConsent.method")
                .unless(Decision.DECIDERS.contains(byWhom) && !byWhom.equals("best_interest"), "byWhom", "RecordConsent.byWhom");
    }
}
