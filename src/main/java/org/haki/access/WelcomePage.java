package org.haki.access;

import org.haki.kernel.Errors;

/** Where a newcomer comes in: sign-in name and the code that was handed over. */
public record WelcomePage(String name, Errors errors) {}
