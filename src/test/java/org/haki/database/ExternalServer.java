package org.haki.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL as somebody else would look after it, for {@code bin/soak --external}: of the version in a jar of the
 * binaries, as initdb makes it, with checksums and nothing of ours.
 */
final class ExternalServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final Path home;
    private final Path files;
    private final Unprivileged unprivileged;
    private final Credentials credentials;

    private ExternalServer(Path folder, Credentials credentials) {
        this.home = folder.resolve("programs");
        this.files = folder.resolve("files");
        this.unprivileged = Unprivileged.in(folder);
        this.credentials = credentials;
    }

    /** Starts one in this folder, which is emptied first. */
    static ExternalServer start(Path jar, Path place) throws IOException {
        FileSystemUtils.deleteRecursively(place);
        Files.createDirectories(place);
        var folder = place.toRealPath();
        var server = new ExternalServer(folder, new Credentials(freePort(), "superuser", "owner", "app"));
        PostgresBinaries.unpack(URI.create("jar:" + jar.toRealPath().toUri() + "!/" + PostgresBinaries.ARCHIVE).toURL(), server.home);
        var secret = Files.writeString(folder.resolve("secret"), server.credentials.superuser());
        server.run("initdb", "-D", server.files.toString(), "-U", SUPERUSER, "--pwfile=" + secret, "--auth=scram-sha-256",
                "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-sync");
        server.run("pg_ctl", "start", "-D", server.files.toString(), "-l", folder.resolve("log").toString(), "-w",
                "-o", "-p " + server.credentials.port() + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=");
        return server;
    }

    /** The major version of the PostgreSQL in this jar. */
    static int major(Path jar) {
        return Integer.parseInt(jar.getFileName().toString().replaceFirst(".*amd64-(\\d+)\\..*", "$1"));
    }

    /** Where to reach it; owner and app are nobody there before their roles are made. */
    Credentials credentials() {
        return credentials;
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "-D", files.toString(), "-m", "fast", "-w");
    }

    private void run(String program, String... words) {
        var line = new ArrayList<>(List.of(home.resolve("bin").resolve(program).toString()));
        line.addAll(List.of(words));
        try {
            var said = files.resolveSibling(program + ".log");
            var process = new ProcessBuilder(unprivileged.command(line)).redirectErrorStream(true).redirectOutput(said.toFile()).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " failed: " + Files.readString(said));
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
