package org.haki.cases;

import java.util.List;
import org.haki.cases.UpgradeLine.Fate;

/**
 * Which version of its type a case has, how it came there, and what a newer one would make of it.
 *
 * @param newer    the version to which it may be brought, or {@code null}
 * @param lines    what would become of every name that is in use
 * @param mayBring whether the reader may bring it there
 * @param upgrades how it came from version to version
 */
public record TypeVersionPage(CaseHead head, CaseType newer, List<UpgradeLine> lines, boolean mayBring, List<CaseUpgrade> upgrades) {

    /** Whether anything stands in the way. */
    public boolean isRefused() {
        return lines.stream().anyMatch(line -> line.fate().refuses());
    }

    /** Those that stand in the way. */
    public List<UpgradeLine> refused() {
        return lines.stream().filter(line -> line.fate().refuses()).toList();
    }

    /** Those of which this becomes. */
    public List<UpgradeLine> of(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).toList();
    }
}
