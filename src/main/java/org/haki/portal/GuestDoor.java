package org.haki.portal;

/**
 * The way in for somebody who was given a link and a code: always the same page, whatever the link.
 *
 * @param wrong whether something was typed that opened nothing
 */
public record GuestDoor(String path, boolean wrong) {}
