package org.haki.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The client's decision about one recipient. A change is a new decision; the latest counts.
 *
 * @param purpose  "referral" or "transfer"
 * @param toOrg    the recipient, or {@code null} where it has no Haki
 * @param toName   the name of such a recipient, else ""
 * @param decision "given", "refused" or "withdrawn"
 * @param sections what may be shown
 * @param until    the last day, in the organisation's zone; at most 365 days ahead
 * @param method   how she said it, one of {@link Decision#METHODS}
 * @param byWhom   who decided, one of {@link Decision#DECIDERS}
 * @param assent   the word of whoever may be a child, one of {@link Decision#ASSENTS}; else ""
 * @param witness  who witnessed it, or ""
 * @param language the language in which she was asked
 */
public record ConsentToShare(
        String purpose,
        UUID toOrg,
        String toName,
        String decision,
        List<String> sections,
        LocalDate until,
        String method,
        String byWhom,
        String assent,
        String witness,
        String language) {

    /** P12: no consent to share lasts longer. */
    public static final int LONGEST_DAYS = 365;

    /** The words that staff read out for this purpose: a key of words/. */
    String textShown() {
        return "ConsentToShare." + purpose;
    }
}
