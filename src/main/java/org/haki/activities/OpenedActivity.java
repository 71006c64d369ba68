package org.haki.activities;

/**
 * An activity with its words opened.
 *
 * @param row      what is kept in clear
 * @param words    what was sealed
 * @param waitsFor the words of what must be done before, or {@code null}
 */
public record OpenedActivity(Activity row, ActivityWords words, ActivityWords waitsFor) {}
