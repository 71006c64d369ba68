package org.haki.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application's connections: they answer soon, or say that they cannot. */
class PoolTest {

    private static final Duration A_MOMENT = Duration.ofMillis(700);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final DatabaseConfiguration CONFIGURATION = new DatabaseConfiguration();

    private final TestDatabase database = TestDatabase.fresh();
    private final Lines lines = CONFIGURATION.lines(database.database());
    private final HikariDataSource pool = CONFIGURATION.pool(lines);

    @AfterEach
    void close() {
        pool.close();
        lines.close();
    }

    @Test
    void sql_outside_a_transaction_is_refused_and_inside_one_it_works() {
        var door = CONFIGURATION.dataSource(pool);
        var jdbc = JdbcClient.create(door);
        assertThatThrownBy(() -> jdbc.sql("select 1").query(Integer.class).single())
                .hasStackTraceContaining("SQL outside a transaction");
        var transaction = new TransactionTemplate(new JdbcTransactionManager(door));
        assertThat(transaction.<Integer>execute(_ -> jdbc.sql("select 1").query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void F12_a_lock_held_by_someone_else_is_waited_for_less_than_five_seconds() throws SQLException {
        try (var other = database.owner().getConnection(); var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table haki.operation in access exclusive mode");
            long begun = System.nanoTime();
            var jdbc = new JdbcTemplate(pool);
            jdbc.setExceptionTranslator(CONFIGURATION.translator());
            assertThatThrownBy(() -> JdbcClient.create(jdbc).sql("select count(*) from haki.operation").query(Integer.class).single())
                    .isInstanceOf(CannotAcquireLockException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            other.rollback();
        }
    }

    @Test
    void F12_when_every_connection_is_taken_the_next_is_told_so_within_five_seconds() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(1)).ignoreExceptions().until(() -> {
                taken.add(pool.getConnection());
                return taken.size() == pool.getMaximumPoolSize();
            });
            long begun = System.nanoTime();
            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            assertThat(new Pulse(pool).beats()).isFalse();
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        assertThat(new Pulse(pool).beats()).isTrue();
    }

    @Test
    void F3_a_connection_that_the_server_ended_is_replaced_in_a_moment() throws SQLException {
        assertThat(new Pulse(pool).beats()).isTrue();
        try (var superuser = database.superuser().getConnection(); var statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'haki_app' and datname = current_database()");
        }
        await().pollDelay(A_MOMENT).until(() -> true);
        assertThat(new Pulse(pool).beats()).as("whoever asks next").isTrue();
    }
}
