package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.haki.HakiTest;
import org.haki.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** F10: many who send byte by byte, and never come to an end, keep nobody else waiting. */
@HakiTest
class SlowClientsTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Autowired
    ApplicationContext haki;

    @LocalServerPort
    int port;

    @Test
    void F10_beside_three_hundred_who_send_byte_by_byte_others_are_served() throws Exception {
        others(300, 60, 50);
    }

    @Test
    @Tag("soak")
    void F10_beside_a_thousand_who_send_byte_by_byte_others_are_served() throws Exception {
        others(1000, 600, 1000);
    }

    private void others(int slow, int times, int pauseMillis) throws Exception {
        var town = Town.in(haki);
        var report = "/report/" + town.riverbend.slug();
        var wanjiru = town.wanjiru.signedIn();
        var sockets = new ArrayList<Socket>();
        var over = new AtomicBoolean();
        try {
            for (int i = 0; i < slow; i++) {
                sockets.add(begun(i % 4 == 0 ? "GET " + report + " HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
                        : "POST " + report + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nwords="));
            }
            Thread.ofVirtual().start(() -> drip(sockets, over, pauseMillis));
            var after = new ArrayList<Duration>();
            for (int i = 0; i < times; i++) {
                long begun = System.nanoTime();
                assertThat((i % 2 == 0 ? town.stranger().get(report) : wanjiru.get("/today")).status()).isEqualTo(200);
                after.add(Duration.ofNanos(System.nanoTime() - begun));
            }
            after.sort(null);
            assertThat(after.get(times * 99 / 100 - 1)).as("99 in a hundred").isLessThan(SOON);
            assertThat(sockets).as("they are still at it").allMatch(socket -> !socket.isClosed());
        } finally {
            over.set(true);
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private Socket begun(String words) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void drip(List<Socket> sockets, AtomicBoolean over, int pauseMillis) {
        while (!over.get()) {
            for (var socket : sockets) {
                try {
                    socket.getOutputStream().write('a');
                } catch (IOException closed) {
                    continue;
                }
            }
            HakiProcess.pause(pauseMillis);
        }
    }
}
