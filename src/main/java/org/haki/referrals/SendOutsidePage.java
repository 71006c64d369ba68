package org.haki.referrals;

import org.haki.cases.CaseHead;
import org.haki.kernel.Errors;

/** Somebody without Haki to ask, by name; {@code age} is the client's age group as far as it is known. */
public record SendOutsidePage(CaseHead head, String name, String age, SendReferral said, Errors errors) {}
