package org.haki.referrals;

import org.haki.cases.CaseHead;
import org.haki.kernel.Errors;

/** Somebody without Haki to ask, by name; {@code child} where the client is known to be one. */
public record SendOutsidePage(CaseHead head, String name, boolean child, SendReferral said, Errors errors) {}
