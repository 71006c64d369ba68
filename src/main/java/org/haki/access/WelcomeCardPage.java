package org.haki.access;

import org.haki.kernel.Errors;

/**
 * The newcomer's printed card; one of its codes shows that it was printed.
 *
 * @param card {@code null} after it was shown once
 */
public record WelcomeCardPage(CardSheet card, Errors errors) {}
