package org.haki.cases;

/**
 * What someone writes into the story.
 *
 * @param text       the words
 * @param happenedOn when it happened: "" for just now, else a day
 */
public record WriteNote(String text, String happenedOn) {}
