package org.haki.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.util.StringUtils;

/** Opens the database for the application: it is started, migrated and checked before the first bean can ask for it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Database database(
            @Value("${haki.data}") Path data,
            @Value("${haki.database.url}") String url,
            @Value("${haki.database.owner-url}") String ownerUrl,
            @Value("${haki.database.shared:false}") boolean shared,
            BeforeMigrating before) {
        var database = StringUtils.hasText(url) ? external(data, url, ownerUrl) : Database.embedded(data, shared);
        try {
            DatabaseChecks.refuseUnsafeServer(database.application(), database.owner());
            if (database.isOurs()) {
                Migrations.run(database.owner(), before);
            } else {
                Migrations.refuseOther(database.owner());
            }
            DatabaseChecks.refuseUnsafeTables(database.application());
            return database;
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    private static Database external(Path data, String url, String ownerUrl) {
        DataFolder.prepare(data);
        return Database.external(url, ownerUrl);
    }

    /** What the application's SQL goes through. */
    @Bean
    @Primary
    DataSource dataSource(HikariDataSource pool) {
        return new OnlyInTransaction(pool);
    }

    /** A lock that somebody held too long means "try again in a moment": Spring does not know this state of PostgreSQL. */
    @Bean
    SQLExceptionTranslator translator() {
        var translator = new SQLExceptionSubclassTranslator();
        translator.setCustomTranslator((task, _, failure) -> "55P03".equals(failure.getSQLState())
                ? new CannotAcquireLockException(task + ": a lock was held too long", failure)
                : null);
        return translator;
    }

    @Bean(destroyMethod = "close")
    Lines lines(Database database) {
        var application = database.application();
        application.setReWriteBatchedInserts(true);
        application.setOptions("-c lock_timeout=1500ms -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s");
        return new Lines(application);
    }

    /**
     * Connections of haki_app. They must answer soon or say that they cannot: a page waits five seconds at most, and it may
     * wait three times, for the session's line, for its own, and for a lock.
     */
    @Bean(destroyMethod = "close")
    HikariDataSource pool(Lines lines) {
        var pool = new HikariConfig();
        pool.setPoolName("haki_app");
        pool.setDataSource(lines);
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(2);
        pool.setIdleTimeout(60_000);
        pool.setConnectionTimeout(1_500);
        pool.setValidationTimeout(1_000);
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }
}
