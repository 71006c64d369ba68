package org.haki.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutboxRepository {

    /** A message taken for sending. The address is {@code null} where the person has left or has none any more. */
    record Taken(
            UUID id,
            UUID to,
            String address,
            String language,
            String template,
            String code,
            String path,
            int attempts,
            Instant createdAt) {}

    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int tell(Collection<UUID> logins, String template, String code, String path, Duration joined) {
        return jdbc.sql("select hub.tell(:logins, :template, :code, :path, make_interval(secs => :joined))")
                .param("logins", array(logins))
                .param("template", template)
                .param("code", code)
                .param("path", path)
                .param("joined", joined.toSeconds())
                .query(Integer.class)
                .single();
    }

    List<Taken> take(int persons) {
        return jdbc.sql("select * from hub.take_messages(:persons)")
                .param("persons", persons)
                .query(OutboxRepository::mapTaken)
                .list();
    }

    void end(Collection<UUID> ids, String state, String fault) {
        jdbc.sql("select hub.end_messages(:ids, :state, :fault)")
                .param("ids", array(ids))
                .param("state", state)
                .param("fault", fault)
                .query((_, _) -> null)
                .list();
    }

    void putBack(Collection<UUID> ids, Duration wait, String fault) {
        jdbc.sql("select hub.put_back_messages(:ids, make_interval(secs => :wait), :fault)")
                .param("ids", array(ids))
                .param("wait", wait.toSeconds())
                .param("fault", fault)
                .query((_, _) -> null)
                .list();
    }

    List<Undelivered> undelivered() {
        return jdbc.sql("select * from hub.undelivered()").query(OutboxRepository::mapUndelivered).list();
    }

    int settle(UUID message) {
        return jdbc.sql("select hub.settle_message(:message)").param("message", message).query(Integer.class).single();
    }

    int waiting() {
        return jdbc.sql("select hub.waiting_messages()").query(Integer.class).single();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static Taken mapTaken(ResultSet row, int number) throws SQLException {
        return new Taken(
                row.getObject("id", UUID.class),
                row.getObject("to_login", UUID.class),
                row.getString("address"),
                row.getString("language"),
                row.getString("template"),
                row.getString("code"),
                row.getString("path"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant());
    }

    private static Undelivered mapUndelivered(ResultSet row, int number) throws SQLException {
        return new Undelivered(
                row.getObject("id", UUID.class),
                row.getObject("to_login", UUID.class),
                row.getString("name"),
                row.getString("template"),
                row.getString("code"),
                row.getString("path"),
                row.getString("fault"),
                row.getTimestamp("ended_at").toInstant());
    }
}
