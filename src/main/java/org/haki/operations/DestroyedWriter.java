package org.haki.operations;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries what was destroyed out of the database into {@link DestroyedList} files. */
@Component
class DestroyedWriter {

    private static final Duration OVERLAP = Duration.ofDays(1);

    private final TransactionTemplate transaction;
    private final JobRepository jobs;
    private final Path data;

    DestroyedWriter(TransactionTemplate transaction, JobRepository jobs, @Value("${haki.data}") Path data) {
        this.transaction = transaction;
        this.jobs = jobs;
        this.data = data;
    }

    /** Brings the list in the data folder up to date. */
    void write() {
        write(DestroyedList.in(data));
    }

    /** Writes the list beside a backup, where it is found when that backup, or an older one, is restored. */
    void writeBeside(Path backup) {
        write(DestroyedList.in(backup.toAbsolutePath().getParent()));
    }

    /** Destroys once more what a restored backup from an older Haki brought back. */
    void destroyAgain() {
        transaction.executeWithoutResult(_ -> jobs.eraseDestroyed());
    }

    private void write(DestroyedList list) {
        var newest = list.lines().stream().map(DestroyedList.Line::at).max(Instant::compareTo);
        var since = newest.map(moment -> moment.minus(OVERLAP)).orElse(Instant.EPOCH);
        list.add(transaction.execute(_ -> jobs.destroyedSince(since)));
    }
}
