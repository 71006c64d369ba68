package org.haki.access;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeftoverRepository {

    private final JdbcClient jdbc;

    LeftoverRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void clear(Instant now) {
        jdbc.sql("select hub.clear_leftovers(:now)").param("now", now.atOffset(ZoneOffset.UTC)).query((_, _) -> null).list();
    }

    void clearJoinRequests(Instant before) {
        jdbc.sql("select hub.clear_join_requests(:before)").param("before", before.atOffset(ZoneOffset.UTC)).query((_, _) -> null).list();
    }

    /** Answers how many there were. */
    int clearDrafts(Instant before) {
        return jdbc.sql("select haki.clear_drafts(:before)").param("before", before.atOffset(ZoneOffset.UTC)).query(Integer.class).single();
    }
}
