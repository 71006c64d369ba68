package org.haki.referrals;

import java.util.List;
import org.haki.access.Partner;
import org.haki.cases.CaseHead;
import org.haki.kernel.Errors;

/** A referral to send; {@code child} where the client is known to be one. */
public record SendReferralPage(CaseHead head, List<Partner> partners, boolean child, SendReferral said, Errors errors) {}
