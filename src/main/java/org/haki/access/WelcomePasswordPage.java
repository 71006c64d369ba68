package org.haki.access;

import org.haki.kernel.Errors;

/**
 * A newcomer's password.
 *
 * @param kept whether there is one already, which is only asked for
 */
public record WelcomePasswordPage(String name, String signInName, boolean kept, Errors errors) {}
