package org.haki.cases;

import org.haki.kernel.Errors;

/** Keeping a case to its team, or letting the whole office see it again. */
public record FencePage(CaseHead head, String chosen, Errors errors) {}
