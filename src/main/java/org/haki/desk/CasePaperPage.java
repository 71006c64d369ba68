package org.haki.desk;

import org.haki.cases.CaseFile;
import org.haki.kernel.Errors;

/** Before the history of a case is taken along as a PDF; {@code possible} says whether this computer can make one. */
public record CasePaperPage(CaseFile file, boolean possible, Errors errors) {}
