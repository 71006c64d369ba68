package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.haki.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The disk fills up: intake stops with a clear page before PostgreSQL does, and goes on by itself. Whoever may mount gets
 * a small disk that is filled to the end; for anybody else the reserve is so large that a large file comes under it.
 */
class FullDiskTest {

    private static final long MB = 1 << 20;
    private static final Duration SEEN = Duration.ofSeconds(30);
    private static final Path PLACE = Path.of("target", "full-disk");

    private boolean mounted;
    private HakiProcess haki;
    private Ledger ledger;

    @BeforeEach
    void a_desk_on_a_disk() throws Exception {
        Files.createDirectories(PLACE);
        mounted = ran("mount", "-t", "tmpfs", "-o", "size=320m,mode=755", "full-disk", PLACE.toString());
        haki = HakiProcess.in(PLACE.resolve("haki"));
        haki.start(mounted
                ? Map.of("HAKI_DISK_RESERVE", "32MB", "HAKI_DISK_BALLAST", "8MB")
                : Map.of("HAKI_DISK_RESERVE", free() - 2048 * MB + "B"));
        var link = haki.setUpLink();
        new Visitor(haki.port()).fill(link, link, "organisation", "Riverbend Helpline", "region", "KE", "zone", "Africa/Nairobi",
                "language", "en", "office", "Main desk", "name", "Tomasz Wilk", "signInName", "tomasz");
        ledger = new Ledger(haki.port(), "/report/riverbend-helpline");
    }

    @AfterEach
    void end() throws Exception {
        haki.close();
        Files.deleteIfExists(filler());
        if (mounted) {
            ran("umount", PLACE.toString());
        }
    }

    @Test
    void F5_intake_stops_before_postgresql_does_and_goes_on_when_there_is_room() throws Exception {
        var visitor = new Visitor(haki.port());
        var server = haki.postmaster().orElseThrow();
        assertThat(ledger.sendNext(visitor).acknowledged()).isTrue();

        fill(mounted ? free() - 20 * MB : 4096 * MB);
        await().atMost(SEEN).until(() -> ledger.sendNext(visitor).status() == 507);
        var refused = visitor.post("/report/riverbend-helpline", "words", "came at night", "age", "adult", "reach", "none");
        assertThat(refused.text()).contains("We cannot take anything new now");
        assertThat(refused.body()).as("what was typed stays").contains("came at night");
        assertThat(visitor.get("/report/riverbend-helpline").status()).isEqualTo(200);

        if (mounted) {
            assertThat(haki.data().resolve("ballast")).exists();
            fill(free() - MB);
            await().atMost(SEEN).until(() -> visitor.get("/health").status() == 200 && !Files.exists(haki.data().resolve("ballast")));
            assertThat(free()).as("room for PostgreSQL").isGreaterThan(7 * MB);
        }
        assertThat(visitor.get("/status/riverbend-helpline").status()).isEqualTo(200);
        assertThat(haki.postmaster()).as("the same PostgreSQL").contains(server);

        Files.delete(filler());
        await().atMost(SEEN).until(() -> ledger.sendNext(visitor).acknowledged());
        assertThat(reports()).as("those that were acknowledged, once").isEqualTo(ledger.acknowledged().size());
    }

    private int reports() throws IOException {
        var jdbc = JdbcClient.create(haki.door("haki_owner"));
        return jdbc.sql("select count(*)::int from hub.receipt").query(Integer.class).single();
    }

    private void fill(long bytes) throws Exception {
        long size = (Files.exists(filler()) ? Files.size(filler()) : 0) + bytes;
        assertThat(ran("fallocate", "-l", Long.toString(size), filler().toString())).as("the disk is filled").isTrue();
    }

    private static Path filler() {
        return PLACE.resolve("filler");
    }

    private static long free() throws IOException {
        return Files.getFileStore(PLACE).getUsableSpace();
    }

    private static boolean ran(String... words) throws Exception {
        return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
