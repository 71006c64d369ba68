package org.haki.desk;

import java.time.Instant;
import java.util.List;

/**
 * Who opened a case, the newest first.
 *
 * @param reads whether the reader may open the case itself
 * @param newer where the newest are, or {@code null} on their page
 * @param older where those before these are, or {@code null}
 */
public record OpeningsPage(String code, boolean reads, List<Line> lines, String newer, String older) {

    /**
     * One deed.
     *
     * @param who    a colleague or another organisation; "" where a word says it
     * @param word   the key of that word, or {@code null}
     * @param theirs whether it was another organisation
     * @param act    the key of what was done
     */
    public record Line(Instant at, String who, String word, boolean theirs, String act) {}
}
