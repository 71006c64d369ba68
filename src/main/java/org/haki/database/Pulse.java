package org.haki.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Whether the database answers. */
@Component
public class Pulse {

    private static final int SECONDS = 2;

    private final HikariDataSource pool;

    Pulse(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Whether a connection of the application answers within two seconds. */
    public boolean beats() {
        return CompletableFuture.supplyAsync(this::answers, Thread::startVirtualThread)
                .completeOnTimeout(false, SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private boolean answers() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
