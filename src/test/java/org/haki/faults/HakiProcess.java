package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.haki.Haki;
import org.haki.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** Haki as its users run it: a process of its own with its PostgreSQL, that can be killed and started again. */
final class HakiProcess implements AutoCloseable {

    private static final Pattern SET_UP = Pattern.compile("/set-up/[\\w-]{20,}");

    private final Path place;
    private final List<String> program;
    private final Duration patience;
    private final int port = freePort();
    private Process haki;

    private HakiProcess(Path place, List<String> program, Duration patience) {
        this.place = place;
        this.program = program;
        this.patience = patience;
    }

    /** In an empty folder, not started yet. */
    static HakiProcess in(Path place) throws IOException {
        FileSystemUtils.deleteRecursively(place);
        Files.createDirectories(place);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new HakiProcess(place.toRealPath(), List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(), Haki.class.getName()),
                Duration.ofSeconds(120));
    }

    /** The Haki of this release, on the data and keys in this folder, whoever wrote them. */
    static HakiProcess ofRelease(Path release, Path place) throws IOException {
        Files.createDirectories(place);
        return new HakiProcess(place.toRealPath(), List.of(release.resolve("bin/run").toString()), Duration.ofMinutes(10));
    }

    int port() {
        return port;
    }

    /** Starts it and waits until it answers, two minutes at most on a machine that has other work, and ten for a release; how long that took. */
    Duration start() throws IOException {
        return start(Map.of());
    }

    /** As {@link #start()}, with more settings. */
    Duration start(Map<String, String> more) throws IOException {
        var words = new ProcessBuilder(program);
        words.environment().putAll(more);
        words.environment().putAll(Map.of(
                "HAKI_PORT", Integer.toString(port),
                "HAKI_DATA", data().toString(),
                "HAKI_KEYS", place.resolve("keys").toString(),
                "HAKI_DISK_BALLAST", more.getOrDefault("HAKI_DISK_BALLAST", "0B"),
                "HAKI_REPORTS_PER_HOUR", "1000000",
                "HAKI_REPORTS_PER_HOUR_AND_ADDRESS", "1000000"));
        haki = words.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(terminal().toFile()))
                .start();
        return untilItAnswers(patience);
    }

    /** Waits until a page that needs the database is there again; how long that took. */
    Duration untilItAnswers(Duration most) throws IOException {
        long begun = System.nanoTime();
        var visitor = new Visitor(port);
        while (!answers(visitor)) {
            if (!haki.isAlive() || System.nanoTime() - begun > most.toNanos()) {
                throw new AssertionError("Haki did not answer within " + most + ". It said: " + Files.readString(terminal()));
            }
            pause(100);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** kill -9 for the application; its PostgreSQL is left behind, an orphan. */
    void killApplication() throws InterruptedException {
        haki.destroyForcibly().waitFor();
    }

    /** kill -9 for the first process of PostgreSQL; the others, which serve on for a moment, are gone when this returns. */
    void killPostmaster() {
        var postmaster = postmaster().orElseThrow();
        var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        postmaster.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** kill -9 for one process of PostgreSQL that works for Haki at this moment; PostgreSQL then starts all others anew. */
    void killOneBackend() throws IOException {
        var jdbc = JdbcClient.create(door("haki_owner"));
        long pid = jdbc.sql("select pid from pg_stat_activity where usename = 'haki_app' order by state_change desc limit 1")
                .query(Long.class).single();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    /** Stops every process of PostgreSQL where it stands, or lets them go on: they are there and do not answer. */
    void hangDatabase(boolean hangs) throws IOException, InterruptedException {
        var postmaster = postmaster().orElseThrow();
        var words = new ArrayList<>(List.of("kill", hangs ? "-STOP" : "-CONT"));
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).forEach(each -> words.add(Long.toString(each.pid())));
        new ProcessBuilder(words).start().waitFor();
    }

    /** PostgreSQL's first process, where its own lock file names a living one. */
    Optional<ProcessHandle> postmaster() {
        try (var lines = Files.lines(data().resolve("database/postmaster.pid"))) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip()))).filter(ProcessHandle::isAlive);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The link to set up this Haki, as it was printed last. */
    String setUpLink() throws IOException {
        return SET_UP.matcher(Files.readString(terminal())).results().map(found -> found.group()).reduce((_, last) -> last).orElseThrow();
    }

    /** The door of this user of the database, with the password from the data folder. */
    DataSource door(String user) throws IOException {
        var kept = new Properties();
        try (var file = Files.newBufferedReader(data().resolve("database.properties"))) {
            kept.load(file);
        }
        return new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + kept.getProperty("port") + "/haki",
                user, kept.getProperty(user.replace("haki_", "")));
    }

    /** The program that PostgreSQL is started with. */
    Path program() throws IOException {
        try (var folders = Files.list(data())) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("postgresql-")).findFirst().orElseThrow()
                    .resolve("bin/postgres");
        }
    }

    /** What it wrote to its terminal and to the logs in its data folder. */
    List<Path> writings() throws IOException {
        try (var logs = Files.walk(data().resolve("log"))) {
            return Stream.concat(Stream.of(terminal()), logs.filter(Files::isRegularFile)).toList();
        }
    }

    /** The machine loses its power: every process of Haki and of its PostgreSQL ends at once. */
    void losePower() throws InterruptedException {
        var all = Stream.concat(postmaster().stream().flatMap(each -> Stream.concat(Stream.of(each), each.descendants())),
                Stream.of(haki.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(30)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Waits until it has ended by itself. */
    void untilItEnds() throws InterruptedException {
        assertThat(haki.waitFor(120, TimeUnit.SECONDS)).as("it has ended").isTrue();
    }

    /** Ends it as its keeper does; if it does not want to, the hard way. */
    @Override
    public void close() throws InterruptedException {
        haki.destroy();
        if (!haki.waitFor(60, TimeUnit.SECONDS)) {
            haki.destroyForcibly().waitFor();
        }
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private boolean answers(Visitor visitor) {
        try {
            return visitor.get("/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The folder that holds everything it keeps. */
    Path data() {
        return place.resolve("data");
    }

    /** What it wrote to its terminal, at every start. */
    Path terminal() {
        return place.resolve("terminal.txt");
    }

    /** What this test runs on, without the tests. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Below those that a system gives to whoever connects: one of them may be taken before Haki listens. */
    private static int freePort() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("No port is free");
    }
}
