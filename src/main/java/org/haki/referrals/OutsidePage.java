package org.haki.referrals;

import java.util.List;
import org.haki.cases.CaseHead;
import org.haki.kernel.Errors;

/**
 * Somebody without Haki who was asked to help: what they see, the page made for them, what they answer.
 *
 * @param pass    the newest page that was made for them, or {@code null}
 * @param mayMail whether a mail server is named
 */
public record OutsidePage(CaseHead head, Referral referral, GuestPass pass, boolean maySend, boolean mayMail, Errors errors) {

    /** What they may answer before they took it on, and afterwards. */
    public static final List<String> FIRST = OutsideReferrals.ANSWERS;
    public static final List<String> THEN = List.of("completed", "not_received");

    public String path() {
        return head.file().path() + "/outside/" + referral.id();
    }
}
