package org.haki.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The application's lines to PostgreSQL, and a watch over them. A server that is there and does not answer (stopped, or
 * behind a line that was cut without a word) would let a page wait until the socket gives up; a slow statement is no
 * reason to cut it. So the watch asks for nothing twice a second, and where that is not answered in two seconds it cuts
 * every line: who waits is told so at once, and the next one gets a new line.
 */
final class Lines extends DelegatingDataSource implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lines.class);
    private static final int PAUSE_MILLIS = 500;
    private static final int ANSWER_SECONDS = 2;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean silent;

    Lines(PGSimpleDataSource door) {
        super(door);
        Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var line = super.getConnection();
        open.removeIf(Lines::isClosed);
        open.add(line);
        return line;
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void watch() {
        Connection own = null;
        while (!isClosing()) {
            try {
                if (own == null) {
                    own = super.getConnection();
                }
                if (!own.isValid(ANSWER_SECONDS)) {
                    throw new SQLException("No answer");
                }
                silent = false;
            } catch (SQLException unanswered) {
                cut(own);
                own = null;
                cutAll();
            }
        }
        cut(own);
    }

    private void cutAll() {
        if (!silent && !open.isEmpty()) {
            silent = true;
            log.warn("The database does not answer; whoever waits for it is told so.");
        }
        open.forEach(Lines::cut);
        open.clear();
    }

    /** Whether it ends within the pause between two looks. */
    private boolean isClosing() {
        try {
            return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void cut(Connection line) {
        try {
            if (line != null) {
                line.abort(Runnable::run);
            }
        } catch (SQLException already) {
            log.debug("A line was already cut: {}", already.getSQLState());
        }
    }

    private static boolean isClosed(Connection line) {
        try {
            return line.isClosed();
        } catch (SQLException unknown) {
            return true;
        }
    }
}
