package org.haki.intake;

/**
 * What the one who told us may read of her report: never the story.
 *
 * @param step   where it is: received, reaching (we try to reach her), working (someone works on it) or ended
 * @param answer the desk's answer to her, or {@code null}
 */
public record PublicStatus(String step, String answer) {}
