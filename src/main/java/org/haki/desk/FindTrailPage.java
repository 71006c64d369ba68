package org.haki.desk;

import org.haki.kernel.Errors;

/** Of which case one wants to know who opened it. */
public record FindTrailPage(String code, Errors errors) {}
