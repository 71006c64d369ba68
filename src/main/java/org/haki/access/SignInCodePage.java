package org.haki.access;

import org.haki.kernel.Errors;

/** The second factor: a code of the app or of the printed card. */
public record SignInCodePage(Goal goal, boolean trust, Errors errors) {}
