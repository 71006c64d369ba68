package org.haki.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Real PostgreSQL for tests: one server a test machine, kept in {@code target/fork-N/data} from run to run, and a fresh,
 * migrated database for whoever asks (a copy of a template, which is quick). With {@code bin/soak --external} the server
 * is another one, as somebody else would look after it.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static Credentials server;
    private static String template;

    private final Database database;
    private final String name;

    private TestDatabase(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    /** A database of its own, with every migration run and nothing in it. */
    public static synchronized TestDatabase fresh() {
        startServer();
        var name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + template + " owner haki_owner");
        return new TestDatabase(Database.inside(server, name, true, () -> {}), name);
    }

    /** A database of its own without a single table. */
    public static synchronized TestDatabase empty() {
        startServer();
        var name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " owner haki_owner");
        return new TestDatabase(Database.inside(server, name, true, () -> {}), name);
    }

    /** Connections as haki_app. */
    public PGSimpleDataSource app() {
        return database.application();
    }

    /** Connections as haki_owner. */
    public PGSimpleDataSource owner() {
        return database.owner();
    }

    /** Connections as the superuser, to whom no policy applies: for looking at what is really there. */
    public PGSimpleDataSource superuser() {
        var superuser = EmbeddedRoles.superuser(server);
        superuser.setDatabaseName(name);
        return superuser;
    }

    /** As HAKI_DATABASE_URL takes it. */
    public String url() {
        return address("haki_app", server.app());
    }

    /** As HAKI_DATABASE_OWNER_URL takes it. */
    public String ownerUrl() {
        return address("haki_owner", server.owner());
    }

    Database database() {
        return database;
    }

    private String address(String user, String password) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name + "?user=" + user + "&password=" + password;
    }

    private static void startServer() {
        if (server != null) {
            return;
        }
        var fork = Path.of("target", "fork-" + System.getProperty("haki.fork", "1"));
        var external = System.getProperty("haki.external");
        server = external == null ? embedded(fork.resolve("data")) : external(Path.of(external), fork.resolve("external"));
        EmbeddedRoles.make(server);
        letIn("haki_app", server.app());
        letIn("haki_owner", server.owner());
        letIn("postgres", server.superuser());
        makeTemplate();
    }

    /**
     * With the same password, but one round of hashing instead of 4,096: tests open many lines, and to make a stolen hash dear costs
     * each of them more than the rest of its opening. A Haki that is started for its faults (KillTest) keeps all of them.
     */
    private static void letIn(String role, String password) {
        execute("set scram_iterations = 1; alter role " + role + " password '" + password.replace("'", "''") + "'");
    }

    private static Credentials embedded(Path data) {
        var postgres = EmbeddedPostgres.in(DataFolder.take(data));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        postgres.start();
        return postgres.credentials();
    }

    private static Credentials external(Path jar, Path place) {
        try {
            var postgres = ExternalServer.start(jar, place);
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres.credentials();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void makeTemplate() {
        template = "template_" + fingerprintOfMigrations();
        var names = names();
        names.stream()
                .filter(name -> name.startsWith("test_") || name.startsWith("template_") && !name.equals(template))
                .forEach(name -> execute("drop database " + name + " with (force)"));
        if (names.contains(template)) {
            return;
        }
        execute("drop database if exists half_template with (force)");
        execute("create database half_template owner haki_owner");
        Migrations.run(Database.inside(server, "half_template", true, () -> {}).owner());
        execute("alter database half_template rename to " + template);
    }

    private static ArrayList<String> names() {
        var names = new ArrayList<String>();
        try (var connection = EmbeddedRoles.superuser(server).getConnection();
                var found = connection.createStatement()
                        .executeQuery("select datname from pg_database where datname ~ '^(test|template)_'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void execute(String sql) {
        try (var connection = EmbeddedRoles.superuser(server).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String fingerprintOfMigrations() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            for (var file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException | NoSuchAlgorithmException broken) {
            throw new UncheckedIOException(new IOException(broken));
        }
    }
}
