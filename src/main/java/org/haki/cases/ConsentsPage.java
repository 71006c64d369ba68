package org.haki.cases;

import java.util.List;
import org.haki.kernel.Errors;

/** Everything the client decided, the newest first, and a new decision; {@code age} is her age group. */
public record ConsentsPage(CaseHead head, List<ConsentProofs.Proven> decided, String age, RecordConsent said, Errors errors) {}
