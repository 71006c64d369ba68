package org.haki.portal;

/**
 * The way out: a page that says nothing, and goes on to a neutral one where the organisation has chosen one.
 *
 * @param to the address of that neutral page, or ""
 */
public record LeavePage(String to) {}
