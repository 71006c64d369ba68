package org.haki.referrals;

import static org.haki.referrals.CaseWindowRepository.id;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What ties a case to the one that it became elsewhere: ids only, reached by functions. */
@Repository
class TransferRepository {

    /** Taken over from the organisation at work. */
    record Taken(UUID window, UUID toOrg, UUID oldCase) {}

    private final JdbcClient jdbc;

    TransferRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends the window, since its case was written anew; false where it may not be taken any more. */
    boolean take(UUID window, UUID newCase) {
        return jdbc.sql("select hub.transfer_take(:window, :case)")
                .param("window", window)
                .param("case", newCase)
                .query(Boolean.class)
                .single();
    }

    /** Those that are not closed here yet. */
    List<Taken> taken() {
        return jdbc.sql("select * from hub.transfers_taken()")
                .query((row, _) -> new Taken(id(row, "window_id"), id(row, "to_org"), id(row, "old_case")))
                .list();
    }

    /** False where it was said before. */
    boolean closed(UUID window) {
        return jdbc.sql("select hub.transfer_closed(:window)").param("window", window).query(Boolean.class).single();
    }

    /** What was taken over through this window, for whoever took it. */
    Optional<UUID> caseOf(UUID window) {
        return jdbc.sql("select hub.transfer_case(:window)")
                .param("window", window)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }
}
