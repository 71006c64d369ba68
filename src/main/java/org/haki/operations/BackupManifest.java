package org.haki.operations;

import java.util.List;
import java.util.UUID;

/** The last thing in a backup: what a whole one holds. */
record BackupManifest(List<Tally> tallies, List<Head> heads) {

    /** How much of a table there is. */
    record Tally(String table, long rows, String sha256) {}

    /** Where the audit chain of an organisation ended. */
    record Head(UUID org, long seq, String hash) {}

    long rows() {
        return tallies.stream().mapToLong(Tally::rows).sum();
    }
}
