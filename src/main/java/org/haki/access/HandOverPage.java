package org.haki.access;

/**
 * A one-time code, shown once, to be printed and handed over in person.
 *
 * @param organisation whose first administrator it is for; {@code null} for a colleague
 */
public record HandOverPage(String name, String signInName, String code, String address, String organisation) {}
