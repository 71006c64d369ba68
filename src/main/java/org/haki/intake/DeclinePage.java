package org.haki.intake;

import org.haki.kernel.Errors;

/** Why we do not take it on, and how she learns of it. */
public record DeclinePage(Brief intake, Decline said, Errors errors) {}
