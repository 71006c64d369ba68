package org.haki.referrals;

import java.util.List;
import org.haki.access.Partner;
import org.haki.cases.CaseHead;
import org.haki.kernel.Errors;

/** A referral to send; {@code age} is the client's age group as far as it is known. */
public record SendReferralPage(CaseHead head, List<Partner> partners, String age, SendReferral said, Errors errors) {}
