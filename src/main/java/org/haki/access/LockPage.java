package org.haki.access;

import org.haki.kernel.Errors;

/** The screen is locked; the same person comes back in. */
public record LockPage(String name, Goal goal, Errors errors) {}
