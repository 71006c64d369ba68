package org.haki.intake;

import org.haki.kernel.Errors;

/** Why this one is not a case. */
public record DismissPage(Brief intake, Errors errors) {}
