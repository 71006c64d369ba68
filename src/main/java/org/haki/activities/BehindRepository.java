package org.haki.activities;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases whose timeline is to be followed for their owner, since somebody at a window did something. */
@Repository
class BehindRepository {

    private final JdbcClient jdbc;

    BehindRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case of the guest at work is behind from now on. */
    void fallBehind() {
        jdbc.sql("select hub.plan_falls_behind()").query((_, _) -> null).list();
    }

    /** The cases whose timeline is to be followed, the longest waiting first. */
    List<UUID> behind() {
        return jdbc.sql("select * from hub.plans_behind()").query(UUID.class).list();
    }

    /** From now on it is not behind; false where it was not. */
    boolean catchUp(UUID caseId) {
        return jdbc.sql("select hub.plan_catches_up(:case)").param("case", caseId).query(Boolean.class).single();
    }
}
