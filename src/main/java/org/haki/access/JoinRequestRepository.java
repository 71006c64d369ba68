package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JoinRequestRepository {

    /** A request as it is stored: its words stay sealed. */
    record Row(
            UUID id, Sealed sealed, boolean suspect, Instant cameAt, String state, Instant decidedAt, Sealed reason, String organisation) {}

    private static final String COLUMNS =
            "select id, sealed, suspect, came_at, state, decided_at, reason, organisation from hub.join_requests() ";

    private final JdbcClient jdbc;

    JoinRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(UUID id, Sealed words, boolean suspect, Instant at) {
        jdbc.sql("select hub.ask_to_join(:id, :words, :suspect, :at)")
                .param("id", id)
                .param("words", words.bytes())
                .param("suspect", suspect)
                .param("at", moment(at))
                .query((_, _) -> null)
                .list();
    }

    List<Row> all() {
        return jdbc.sql(COLUMNS).query(JoinRequestRepository::row).list();
    }

    Optional<Row> byId(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(JoinRequestRepository::row).optional();
    }

    int approve(UUID id, UUID organisation, Instant at) {
        return jdbc.sql("select hub.decide_join(:id, 'approved', :at, null, :organisation)")
                .param("id", id)
                .param("at", moment(at))
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    int decline(UUID id, Sealed reason, Instant at) {
        return jdbc.sql("select hub.decide_join(:id, 'declined', :at, :reason, null)")
                .param("id", id)
                .param("at", moment(at))
                .param("reason", reason.bytes())
                .query(Integer.class)
                .single();
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new Row(
                row.getObject("id", UUID.class),
                Sealed.of(row.getBytes("sealed")),
                row.getBoolean("suspect"),
                row.getTimestamp("came_at").toInstant(),
                row.getString("state"),
                decided == null ? null : decided.toInstant(),
                Sealed.of(row.getBytes("reason")),
                row.getString("organisation"));
    }
}
