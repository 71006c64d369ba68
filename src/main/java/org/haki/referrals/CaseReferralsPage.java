package org.haki.referrals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.cases.CaseHead;
import org.haki.kernel.Errors;

/**
 * Whom we asked to help in a case, who sees what of it, and what the client said about that.
 *
 * @param names      of the organisations
 * @param recipients whose sight of the case rests on a yes of hers that still stands
 * @param mayApprove whether the reader may approve exceptions, other than her own
 */
public record CaseReferralsPage(
        CaseHead head,
        List<Referral> referrals,
        Map<UUID, String> names,
        List<Recipient> recipients,
        boolean maySend,
        boolean mayApprove,
        Errors errors) {

    /** Somebody to whom she said yes; {@code key} stands for it in a form. */
    public record Recipient(String key, String name) {}

    /** The receiver's name. */
    public String name(Referral referral) {
        return referral.toOrg() == null ? referral.toName() : names.getOrDefault(referral.toOrg(), "");
    }

    /** Who referred, where it was a receiver that referred onward; else "". */
    public String onwardBy(Referral referral) {
        return referral.parent() == null ? "" : names.getOrDefault(referral.byOrg(), "");
    }
}
