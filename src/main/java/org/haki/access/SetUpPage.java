package org.haki.access;

import org.haki.kernel.Errors;

/**
 * The first page of all.
 *
 * @param begun whether the organisation is there already, so that only its administrator goes on
 */
public record SetUpPage(String link, boolean begun, SetUpForm said, Errors errors) {}
