package org.haki.access;

import java.time.Clock;
import java.time.Duration;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Clears away what nobody needs any more: forgiven failures, used codes, sessions that are over, old sign-ins, old drafts, old requests to join. */
@Service
public class Leftovers {

    /** For how long a draft waits for whoever wrote it. */
    static final Duration DRAFT = Duration.ofDays(30);

    /** For how long it is remembered who asked to join a network, once that is decided. */
    static final Duration JOIN_REQUEST = Duration.ofDays(365);

    private final Work work;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final LeftoverRepository leftovers;
    private final Clock clock;

    Leftovers(Work work, Audit audit, TransactionTemplate transaction, LeftoverRepository leftovers, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.transaction = transaction;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    /** What belongs to signing in, and requests to join, of all organisations. */
    public void clear() {
        transaction.executeWithoutResult(_ -> {
            leftovers.clear(clock.instant());
            leftovers.clearJoinRequests(clock.instant().minus(JOIN_REQUEST));
        });
    }

    /** The drafts of this organisation that nobody came back to; that it was done is noted where there were any. */
    public void clearDrafts(Actor system) {
        work.as(system, "drafts.clear", () -> {
            int cleared = leftovers.clearDrafts(clock.instant().minus(DRAFT));
            if (cleared == 0) {
                audit.showsNothing();
            } else {
                audit.note("drafts.cleared", null, Integer.toString(cleared));
            }
        });
    }
}
