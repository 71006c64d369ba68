package org.haki.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that fails in one chosen manner. */
final class StubMailServer implements AutoCloseable {

    enum Manner { REFUSES_THE_ADDRESS, IS_BUSY, DIES_BEFORE_TAKING, DIES_AFTER_TAKING, FALLS_SILENT }

    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger taken = new AtomicInteger();
    private final Manner manner;

    StubMailServer(Manner manner) throws IOException {
        this.manner = manner;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many whole mails were handed over. */
    int taken() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var line = door.accept();
                Thread.ofVirtual().start(() -> talk(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line;
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 stub\r\n");
            out.flush();
            for (var said = in.readLine(); said != null; said = in.readLine()) {
                var answer = answer(said.toUpperCase(Locale.ROOT));
                if (answer == null) {
                    return;
                }
                out.print(answer + "\r\n");
                out.flush();
                if (answer.startsWith("354")) {
                    take(in);
                    return;
                }
            }
        } catch (IOException gone) {
            // the sender hung up
        }
    }

    private String answer(String said) {
        if (said.startsWith("RCPT")) {
            return switch (manner) {
                case REFUSES_THE_ADDRESS -> "550 5.1.1 no such user";
                case IS_BUSY -> "451 4.3.0 try later";
                default -> "250 ok";
            };
        }
        if (said.equals("DATA")) {
            return manner == Manner.DIES_BEFORE_TAKING ? null : "354 go on";
        }
        return "250 ok";
    }

    /** Takes the mail to its end and never answers. */
    private void take(BufferedReader in) throws IOException {
        for (var words = in.readLine(); words != null; words = in.readLine()) {
            if (words.equals(".")) {
                taken.incrementAndGet();
                if (manner == Manner.DIES_AFTER_TAKING) {
                    return;
                }
            }
        }
    }
}
