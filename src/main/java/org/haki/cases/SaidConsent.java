package org.haki.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One decision of the client as it was written down, about our own work or about somebody outside.
 *
 * @param assent      see {@link ConsentToShare}
 * @param witness     who witnessed it, or ""
 * @param textVersion which version of the words was read out, in {@code language}
 * @param toOrg       the recipient, or {@code null}
 * @param recipient   the recipient's name, or "" for our own work
 * @param until       the end of a yes about somebody outside; else {@code null}
 * @param by          who wrote it down
 */
public record SaidConsent(
        UUID id,
        String purpose,
        String decision,
        String method,
        String byWhom,
        String assent,
        String witness,
        String language,
        int textVersion,
        UUID toOrg,
        String recipient,
        List<String> sections,
        Instant at,
        Instant until,
        String by) {

    /** Whether it is about somebody outside. */
    public boolean isAboutOthers() {
        return !recipient.isEmpty();
    }

    /** Whether the way in which it was said leaves something that can be kept as a picture. */
    public boolean leavesATrace() {
        return Consents.LEAVES_A_TRACE.contains(method);
    }

    /** Where its page is, below the case's. */
    public String path() {
        return "/consents/" + id;
    }

    /** The key of the words that were read out. */
    public String text() {
        return isAboutOthers() ? "ConsentToShare." + purpose : "ConsentText." + purpose;
    }
}
