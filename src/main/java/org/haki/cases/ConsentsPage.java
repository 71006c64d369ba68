package org.haki.cases;

import org.haki.kernel.Errors;

/** What the client decided, and a new decision. */
public record ConsentsPage(CaseHead head, CaseConsents consents, RecordConsent said, Errors errors) {}
