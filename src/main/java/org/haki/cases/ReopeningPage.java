package org.haki.cases;

import org.haki.kernel.Errors;

/** Opening a closed case again. */
public record ReopeningPage(CaseHead head, String chosen, Errors errors) {}
