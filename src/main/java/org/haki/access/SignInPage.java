package org.haki.access;

import org.haki.kernel.Errors;

/** The door of staff: name and password. */
public record SignInPage(String name, Goal goal, Errors errors) {}
