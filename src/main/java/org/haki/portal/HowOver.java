package org.haki.portal;

/**
 * There is nothing to answer here.
 *
 * @param answered whether it was answered just now
 */
public record HowOver(boolean answered) {}
