package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.haki.Visitor;
import org.haki.faults.Ledger.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * From the release of an earlier commit to this one's, and back. The releases are made by {@code bin/release} of each; who
 * has them already names their folders: {@code bin/soak -Dtest=UpgradeTest -Dhaki.older=DIR -Dhaki.newer=DIR}.
 */
@Tag("soak")
class UpgradeTest {

    /** Sixteen migrations before V0180. */
    private static final String EARLIER = "8393e33";
    private static final Path PLACE = Path.of("target", "upgrade");

    private static Path older;
    private static Path newer;

    @BeforeAll
    static void two_releases() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(PLACE.resolve("haki"));
        var source = PLACE.resolve("source").toAbsolutePath();
        older = given("haki.older");
        if (older == null) {
            if (!Files.exists(source)) {
                run("git", "worktree", "add", "--detach", source.toString(), EARLIER);
            }
            older = made(source);
        }
        newer = given("haki.newer");
        if (newer == null) {
            newer = made(Path.of("").toAbsolutePath());
        }
    }

    @Test
    void an_upgrade_keeps_a_backup_first_loses_nothing_and_can_be_taken_back() throws Exception {
        var place = PLACE.resolve("haki");
        var before = foundedWithTheOlder(place);
        Answer after;
        Path kept;
        try (var upgraded = HakiProcess.ofRelease(newer, place)) {
            upgraded.start();
            kept = onlyBackup(upgraded.data());
            assertThat(Files.readString(upgraded.terminal()))
                    .containsSubsequence("Keeping a backup before the database changes", kept.getFileName().toString(), "Bringing the database up to date");
            isKnown(upgraded, before);
            after = sent(upgraded);
            comesBackAfterAPowerCut(upgraded);
            isKnown(upgraded, before);
            isKnown(upgraded, after);
            assertThat(onlyBackup(upgraded.data())).as("a start without a migration keeps none").isEqualTo(kept);
        }
        theOlderRefuses(place);
        var aside = Files.move(place.resolve("data"), place.resolve("data-aside"));
        command(older, place, "restore", aside.resolve("backups").resolve(kept.getFileName()).toAbsolutePath().toString());
        try (var old = HakiProcess.ofRelease(older, place)) {
            old.start();
            isKnown(old, before);
            assertThat(status(old, after)).as("what came after the upgrade is not in the backup").doesNotContain("We have it");
            assertThat(sent(old).acknowledged()).as("it works on").isTrue();
        }
        try (var again = HakiProcess.ofRelease(newer, place)) {
            again.start();
            isKnown(again, before);
        }
    }

    /** An organisation, and the report that was sent to it. */
    private static Answer foundedWithTheOlder(Path place) throws IOException, InterruptedException {
        try (var old = HakiProcess.ofRelease(older, place)) {
            old.start();
            var link = old.setUpLink();
            new Visitor(old.port()).fill(link, link, "organisation", "Riverbend Helpline", "region", "KE", "zone", "Africa/Nairobi",
                    "language", "en", "office", "Main desk", "name", "Tomasz Wilk", "signInName", "tomasz");
            return sent(old);
        }
    }

    private static void comesBackAfterAPowerCut(HakiProcess haki) throws IOException, InterruptedException {
        haki.losePower();
        assertThat(haki.data().resolve("database/postmaster.pid")).as("what a power cut leaves lying").exists();
        haki.start();
    }

    private static void theOlderRefuses(Path place) throws IOException, InterruptedException {
        try (var old = HakiProcess.ofRelease(older, place)) {
            assertThatThrownBy(old::start).isInstanceOf(AssertionError.class).hasMessageContaining("was written by a newer Haki");
            old.untilItEnds();
        }
    }

    private static Answer sent(HakiProcess haki) {
        var answer = new Ledger(haki.port(), "/report/riverbend-helpline").sendNext(new Visitor(haki.port()));
        assertThat(answer.acknowledged()).as("received").isTrue();
        return answer;
    }

    private static void isKnown(HakiProcess haki, Answer answer) {
        assertThat(status(haki, answer)).contains("We have it");
    }

    private static String status(HakiProcess haki, Answer answer) {
        var path = "/status/riverbend-helpline";
        return new Visitor(haki.port()).fill(path, path, "code", answer.digits()).next().text();
    }

    private static Path onlyBackup(Path data) throws IOException {
        try (var files = Files.list(data.resolve("backups"))) {
            var found = files.filter(file -> file.getFileName().toString().startsWith("before-")).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    /** The release that stands in this source tree, made first where there is none. */
    private static Path made(Path source) throws IOException, InterruptedException {
        var place = source.resolve("target/release");
        if (!Files.exists(place.resolve("SHA256SUMS"))) {
            run(source.resolve("bin/release").toString());
        }
        try (var folders = Files.list(place)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static Path given(String property) {
        var folder = System.getProperty(property);
        return folder == null ? null : Path.of(folder).toAbsolutePath();
    }

    private static void command(Path release, Path place, String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("env", "HAKI_DATA=" + place.resolve("data").toAbsolutePath(),
                "HAKI_KEYS=" + place.resolve("keys").toAbsolutePath(), release.resolve("bin/haki").toString()));
        line.addAll(List.of(words));
        run(line.toArray(String[]::new));
    }

    private static void run(String... words) throws IOException, InterruptedException {
        var said = Files.createTempFile("haki-upgrade-", ".log");
        var process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor()).as(String.join(" ", words) + " said: " + Files.readString(said)).isZero();
        Files.delete(said);
    }
}
