package org.haki.operations;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobRepository {

    private final JdbcClient jdbc;
    private final HikariDataSource pool;

    JobRepository(JdbcClient jdbc, HikariDataSource pool) {
        this.jdbc = jdbc;
        this.pool = pool;
    }

    /** Does it while no other Haki on this database does; where one does, nothing. PostgreSQL frees the lock of a dead one. */
    void alone(String job, Runnable deed) {
        try (var connection = pool.getConnection()) {
            if (!locked(connection, "select pg_try_advisory_lock(hashtext('haki job'), hashtext(?))", job)) {
                return;
            }
            try {
                deed.run();
            } finally {
                locked(connection, "select pg_advisory_unlock(hashtext('haki job'), hashtext(?))", job);
            }
        } catch (SQLException away) {
            throw new IllegalStateException("The database does not answer: " + away.getSQLState(), away);
        }
    }

    /** Whether it has not been done since then. */
    boolean isDue(String job, Instant since) {
        return jdbc.sql("select hub.job_is_due(:job, :since)")
                .param("job", job)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** When it was done last. */
    Optional<Instant> ranAt(String job) {
        return jdbc.sql("select ran_at from hub.jobs() where name = :job")
                .param("job", job)
                .query((row, _) -> row.getObject("ran_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void ran(String job, String outcome) {
        jdbc.sql("select hub.job_ran(:job, :outcome)")
                .param("job", job)
                .param("outcome", outcome)
                .query((_, _) -> null)
                .list();
    }

    /** Destroys what a restored backup brought back; answers how many cases. */
    int eraseDestroyed() {
        return jdbc.sql("select haki.erase_destroyed()").query(Integer.class).single();
    }

    List<DestroyedList.Line> destroyedSince(Instant moment) {
        return jdbc.sql("select org_id, key_id, at from hub.destroyed_since(:moment)")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new DestroyedList.Line(
                        row.getObject("org_id", UUID.class),
                        row.getObject("key_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static boolean locked(Connection connection, String sql, String job) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, job);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        } finally {
            connection.commit();
        }
    }
}
