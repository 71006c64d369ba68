package org.haki.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SetUpRepository {

    private final JdbcClient jdbc;

    SetUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new link instead of the one before; false when Haki is set up already. */
    boolean issue(byte[] hash) {
        return jdbc.sql("select hub.issue_set_up(:hash)").param("hash", hash).query(Boolean.class).single();
    }

    /** For the right link: whether the organisation is there already. Empty for a wrong one. */
    Optional<Boolean> begun(byte[] hash) {
        return Optional.ofNullable(jdbc.sql("select hub.set_up_state(:hash)")
                .param("hash", hash)
                .query((row, _) -> Optional.ofNullable((Boolean) row.getObject(1)))
                .single()
                .orElse(null));
    }

    boolean claim(byte[] hash, UUID administrator) {
        return jdbc.sql("select hub.claim_set_up(:hash, :person)")
                .param("hash", hash)
                .param("person", administrator)
                .query(Integer.class)
                .single() == 1;
    }
}
