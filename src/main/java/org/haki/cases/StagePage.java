package org.haki.cases;

import org.haki.kernel.Errors;

/** Moving a case to another stage of its type. */
public record StagePage(CaseHead head, String chosen, Errors errors) {}
