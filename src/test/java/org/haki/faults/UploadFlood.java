package org.haki.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Many large uploads under way at once, none of which comes to its end. */
final class UploadFlood implements AutoCloseable {

    private static final int SECONDS_TO_SEND = 20;
    private static final String PART =
            "--cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";

    private final List<Socket> sockets;
    private final Set<String> answers = ConcurrentHashMap.newKeySet();

    private UploadFlood(List<Socket> sockets) {
        this.sockets = sockets;
    }

    /** So many uploads of so many bytes to this page; answers once all but the end of each was sent, or refused. */
    static UploadFlood at(int port, String path, int times, int bytes) throws InterruptedException {
        var flood = new UploadFlood(IntStream.range(0, times).mapToObj(_ -> open(port)).toList());
        var sent = new CountDownLatch(times);
        flood.sockets.forEach(socket -> Thread.ofVirtual().start(() -> {
            flood.send(socket, path, bytes);
            sent.countDown();
        }));
        sent.await(SECONDS_TO_SEND, TimeUnit.SECONDS);
        return flood;
    }

    /** What those were told that were answered. */
    Set<String> answers() {
        return answers;
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void send(Socket socket, String path, int bytes) {
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: "
                + (PART.length() + bytes + 100) + "\r\n\r\n" + PART;
        Thread.ofVirtual().start(() -> listen(socket));
        var buffer = new byte[1 << 16];
        try {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < bytes; sent += buffer.length) {
                out.write(buffer);
            }
        } catch (IOException refused) {
            // answered before it was all sent
        }
    }

    private void listen(Socket socket) {
        try {
            answers.add(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        } catch (IOException cut) {
            answers.add("cut");
        }
    }

    private static Socket open(int port) {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
