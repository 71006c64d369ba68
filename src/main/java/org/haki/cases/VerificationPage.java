package org.haki.cases;

import java.util.List;
import org.haki.kernel.Errors;

/**
 * Checking a closing: whom to ask and how safely, and what came of it. {@code mine} is a proposal or a case of the reader's
 * own; with obstacles it can only be disputed. {@code evidence}: to see the document is enough.
 */
public record VerificationPage(
        CaseHead head, Closings.Closure closure, Errors obstacles, List<Parties.Party> callable, boolean mine, boolean evidence, boolean mayWaive,
        VerifyClosing said, String why, Errors errors) {}
