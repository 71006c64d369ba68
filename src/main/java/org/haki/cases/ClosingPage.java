package org.haki.cases;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/** Proposing to close; or the proposal that stands, to be taken back. */
public record ClosingPage(CaseHead head, Errors obstacles, Closings.Closure standing, boolean mayWithdraw, List<Colleague> verifiers, ProposeClosing said, Errors errors) {}
