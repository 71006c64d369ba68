package org.haki.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.Haki;
import org.haki.Visitor;

/** Haki as bin/run starts it, a process of its own, on a database that is there already. */
final class ServedHaki implements AutoCloseable {

    private static final double TICKS_A_SECOND = 100;
    private static final int MOST_WAITED = 60;
    private static final double COMPILES_NOTHING = 20;

    private final Process process;
    private final int port;
    private final Duration start;

    private ServedHaki(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /** Starts it with these settings more, and waits until it answers. */
    static ServedHaki start(Path place, Map<String, String> settings) throws IOException, InterruptedException {
        int port = freePort();
        var said = place.resolve("terminal.txt");
        Files.createDirectories(place);
        var words = new ProcessBuilder(program());
        var release = System.getProperty("bench.release", "");
        if (!release.isEmpty()) {
            words.directory(Path.of(release).toFile());
        }
        words.environment().putAll(settings);
        words.environment().putAll(Map.of("HAKI_PORT", Integer.toString(port), "HAKI_DATA", place.resolve("data").toAbsolutePath().toString(), "HAKI_JOBS", "false"));
        long begun = System.nanoTime();
        var process = words.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        var visitor = new Visitor(port);
        while (!answers(visitor)) {
            if (!process.isAlive() || System.nanoTime() - begun > 300e9) {
                process.destroyForcibly();
                throw new IllegalStateException("Haki did not start. It said: " + Files.readString(said));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return new ServedHaki(process, port, Duration.ofNanos(System.nanoTime() - begun));
    }

    int port() {
        return port;
    }

    /** How long it took from the command to the first answer. */
    Duration start() {
        return start;
    }

    /** Processor time that it has used, in milliseconds. */
    double cpu() {
        return cpuOf(process.pid());
    }

    /** Waits until the virtual machine has compiled what it wants to compile so far: a Haki that has worked for an hour compiles nothing. */
    void calm() throws InterruptedException {
        double before = compiling();
        for (int n = 0; n < MOST_WAITED; n++) {
            TimeUnit.MILLISECONDS.sleep(500);
            double now = compiling();
            if (now - before < COMPILES_NOTHING) {
                return;
            }
            before = now;
        }
    }

    /** Processor time of its compilers, in milliseconds. */
    private double compiling() {
        try (var threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return threads.mapToDouble(thread -> statOf(thread, "C1 Compil", "C2 Compil")).sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Processor time that the PostgreSQL around this backend has used, in milliseconds; sessions that have ended do not count. */
    static double databaseCpu(long postmaster) {
        return ProcessHandle.of(postmaster).map(ProcessHandle::children).orElseGet(Stream::empty).mapToDouble(child -> cpuOf(child.pid())).sum();
    }

    /** Memory that it holds, in megabytes. */
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static double cpuOf(long pid) {
        return statOf(Path.of("/proc/" + pid), "");
    }

    /** Processor time of a process or thread whose name begins so, in milliseconds. */
    private static double statOf(Path of, String... names) {
        try {
            var stat = Files.readString(of.resolve("stat"));
            if (Stream.of(names).noneMatch(stat.substring(stat.indexOf('(') + 1)::startsWith)) {
                return 0;
            }
            var fields = stat.replaceFirst("^.*\\) ", "").split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** What bin/bench found: a release with its cache; else, with the same settings of the virtual machine, what this bench runs on without the tests. */
    private static List<String> program() {
        var release = System.getProperty("bench.release", "");
        var settings = List.of(System.getProperty("bench.java-options", "-XX:+UseSerialGC").split(" "));
        var java = release.isEmpty() ? Path.of(System.getProperty("java.home"), "bin", "java").toString() : "runtime/bin/java";
        var classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var what = release.isEmpty() ? List.of("-cp", classes, Haki.class.getName()) : List.of("-jar", "lib/haki.jar");
        return Stream.of(List.of(java), settings, what).flatMap(List::stream).toList();
    }

    private static boolean answers(Visitor visitor) {
        try {
            return visitor.get("/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
