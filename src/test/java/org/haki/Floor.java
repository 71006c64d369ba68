package org.haki;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.haki.database.TestDatabase;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The floor of the house alone (kernel, audit, vault) on a fresh database, without pages: quick to make and to end. */
public final class Floor implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    private final TestDatabase database;
    private final AnnotationConfigApplicationContext context;

    private Floor(TestDatabase database, AnnotationConfigApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** A floor on a fresh database, with its keys in this folder. */
    public static Floor on(Path keys) {
        return on(TestDatabase.fresh(), keys);
    }

    /** A floor on this database, with its keys in this folder. */
    public static Floor on(TestDatabase database, Path keys) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("folders",
                Map.of("haki.keys", keys.toString(), "haki.data", keys.resolveSibling("data").toString())));
        context.registerBean(HikariDataSource.class, () -> pool(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(context.getBean(DataSource.class)));
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.scan("org.haki.kernel", "org.haki.audit", "org.haki.vault");
        try {
            context.refresh();
        } catch (RuntimeException refused) {
            context.close();
            throw refused;
        }
        return new Floor(database, context);
    }

    /** An organisation with keys. */
    public UUID organisation() {
        var org = Id.next();
        get(TransactionTemplate.class).executeWithoutResult(_ -> get(Vault.class).bear(org));
        return org;
    }

    /** A member of staff of this organisation who may do this. */
    public static Actor staff(UUID org, String... verbs) {
        var rights = new HashMap<UUID, Set<String>>();
        rights.put(Id.next(), Set.of(verbs));
        return new Actor(Actor.Kind.STAFF, org, Id.next(), "Leila", rights, ZONE, Id.next(), "req-1", "192.0.2.7");
    }

    /** Haki itself at work for this organisation. */
    public static Actor system(UUID org) {
        return Actor.system(org, Set.of(), ZONE);
    }

    /** Somebody at this organisation's public page. */
    public static Actor visitor(UUID org) {
        return Actor.atPublicPage(org, ZONE, "req-2");
    }

    public Work work() {
        return get(Work.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }

    private static HikariDataSource pool(TestDatabase database) {
        var config = new HikariConfig();
        config.setDataSource(database.app());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
