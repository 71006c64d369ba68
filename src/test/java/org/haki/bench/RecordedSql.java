package org.haki.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What pages ask of PostgreSQL, with the values they ask with, so that it can be asked again without any page around it. */
final class RecordedSql implements QueryExecutionListener {

    /** One statement, and how its values were set. */
    record Statement(String sql, List<ParameterSetOperation> values) {

        /** Whether it only reads, or says whose rows may be seen. */
        boolean reads() {
            var small = sql.strip().toLowerCase(Locale.ROOT);
            return (small.startsWith("select") || small.startsWith("with")) && !small.contains("append_audit") && !small.contains("for update")
                    && !small.contains("hub.touch") && !small.contains("advisory");
        }
    }

    /** Puts it between Haki and its connections. */
    @TestConfiguration
    static class InBetween {

        @Bean
        static RecordedSql recordedSql() {
            return new RecordedSql();
        }

        @Bean
        static BeanPostProcessor wrapsTheDataSource(RecordedSql recorded) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof HikariDataSource pool ? new Heard(pool, recorded) : bean;
                }
            };
        }
    }

    /** A pool whose connections are listened to. */
    private static final class Heard extends HikariDataSource {

        private final HikariDataSource pool;
        private final DataSource connections;

        Heard(HikariDataSource pool, RecordedSql recorded) {
            this.pool = pool;
            this.connections = ProxyDataSourceBuilder.create(pool).listener(recorded).build();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connections.getConnection();
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    private final List<Statement> heard = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    /** The statements sent while this runs. */
    List<Statement> during(Runnable page) {
        heard.clear();
        listening = true;
        try {
            page.run();
        } finally {
            listening = false;
        }
        return List.copyOf(heard);
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (listening) {
            queries.forEach(query -> heard.add(new Statement(query.getQuery(),
                    query.getParametersList().isEmpty() ? List.of() : List.copyOf(query.getParametersList().getFirst()))));
        }
    }

    /** Asks all of it again in one transaction, reading every row; in milliseconds. */
    static double again(Connection connection, List<Statement> statements) throws SQLException {
        long begun = System.nanoTime();
        for (var statement : statements) {
            try (var prepared = connection.prepareStatement(statement.sql())) {
                for (var value : statement.values()) {
                    set(prepared, value);
                }
                if (prepared.execute()) {
                    try (var rows = prepared.getResultSet()) {
                        int columns = rows.getMetaData().getColumnCount();
                        while (rows.next()) {
                            for (int column = 1; column <= columns; column++) {
                                rows.getObject(column);
                            }
                        }
                    }
                }
            }
        }
        connection.rollback();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void set(PreparedStatement prepared, ParameterSetOperation value) throws SQLException {
        Method method = value.getMethod();
        try {
            method.invoke(prepared, value.getArgs());
        } catch (ReflectiveOperationException refused) {
            throw new SQLException(refused);
        }
    }

    static List<Statement> reading(List<Statement> statements) {
        return new ArrayList<>(statements.stream().filter(Statement::reads).toList());
    }
}
