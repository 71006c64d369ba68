package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.haki.HakiTest;
import org.haki.Visitor;
import org.haki.access.Organisations;
import org.haki.kernel.Command;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A demonstration: everybody in it is invented and can sign in, and its backup is proven by restoring it. */
@HakiTest
class DemoTest {

    private static final Path DATA = folder();

    /** One who can sign in, as the file says it. */
    private record SignIn(String name, String password, String code) {}

    @Autowired
    private ApplicationContext haki;

    @Autowired
    private Organisations organisations;

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void demonstration(DynamicPropertyRegistry settings) {
        settings.add("haki.demo", () -> true);
        settings.add("haki.data", DATA::toString);
    }

    @Test
    void everybody_can_sign_in_and_is_told_that_all_is_invented() throws IOException {
        var signIns = signIns();
        assertThat(signIns).hasSizeGreaterThanOrEqualTo(12);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DATA.resolve("demo-sign-in.txt")))).isEqualTo("rw-------");
        for (var person : signIns) {
            var visitor = new Visitor(port);
            visitor.fill("/sign-in", "/sign-in", "name", person.name(), "password", person.password());
            var opened = visitor.fill("/sign-in/code", "/sign-in/code", "code", person.code());
            assertThat(opened.status()).as(person.name()).isEqualTo(303);
            var today = opened.next();
            assertThat(today.status()).as(person.name()).isEqualTo(200);
            assertThat(today.body()).contains("everybody here is invented");
            assertThat(visitor.get("/reports").status()).as("figures for %s", person.name()).isEqualTo(200);
        }
        assertThat(signIns.stream().map(SignIn::password)).doesNotHaveDuplicates();
    }

    @Test
    void invented_and_real_people_never_share_a_folder(@TempDir Path another) throws IOException {
        assertThatThrownBy(() -> new DemoFolder(organisations, another, true)).isInstanceOf(Refusal.class).hasMessageContaining("real installation");
        assertThatThrownBy(() -> new DemoFolder(organisations, DATA, false)).isInstanceOf(Refusal.class).hasMessageContaining("demonstration");
        Files.createFile(another.resolve("demonstration"));
        new DemoFolder(organisations, another, true);
    }

    @Test
    void its_backup_is_proven_by_a_second_haki(@TempDir Path folder) throws IOException {
        var file = folder.resolve("all.backup").toString();
        assertThat(haki.getBean("backup", Command.class).run(List.of(file))).isZero();
        assertThat(haki.getBean("restore", Command.class).run(List.of("--check", file))).isZero();
        Files.write(Path.of(file), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> haki.getBean("restore", Command.class).run(List.of("--check", file))).isInstanceOf(Refusal.class);
    }

    @Test
    void the_same_seed_invents_the_same_reports_in_any_number() {
        var now = Instant.parse("2026-11-21T10:00:00Z");
        assertThat(DemoPlan.of(7, 50, 3, now)).isEqualTo(DemoPlan.of(7, 50, 3, now)).isNotEqualTo(DemoPlan.of(8, 50, 3, now));
        assertThat(DemoPlan.of(7, 20_000, 3, now).reports()).hasSize(20_000).allSatisfy(report -> assertThat(report.at()).isBefore(now));
    }

    private static List<SignIn> signIns() throws IOException {
        var signIns = new ArrayList<SignIn>();
        String name = null;
        String password = null;
        for (var line : Files.readAllLines(DATA.resolve("demo-sign-in.txt"))) {
            var words = line.strip().split("\\s+");
            switch (words[0]) {
                case "name" -> name = words[1];
                case "password" -> password = words[1];
                case "card" -> signIns.add(new SignIn(name, password, words[1]));
                default -> { }
            }
        }
        return signIns;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo-");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
