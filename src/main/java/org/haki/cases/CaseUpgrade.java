package org.haki.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a case was brought to a newer version of its type.
 *
 * @param id      the operation that did it; what it saved of the sheet has the same
 * @param mapping a hash over both versions with all their files
 * @param lines   what became of each name that was in use
 * @param names   where names went, as the newer version says
 * @param by      who did it
 */
public record CaseUpgrade(UUID id, int from, int to, String mapping, List<UpgradeLine> lines, TypeUpgrade names, Instant at, String by) {

    /** Those of which this became. */
    public List<UpgradeLine> of(UpgradeLine.Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).toList();
    }
}
