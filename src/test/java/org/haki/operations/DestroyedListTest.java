package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.haki.Floor;
import org.haki.kernel.Work;
import org.haki.vault.KeyKind;
import org.haki.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is destroyed is written down twice: in the database at once, and in a file beside it soon after. */
class DestroyedListTest {

    @TempDir
    private Path folder;

    @Test
    void lines_are_added_once_and_read_back() throws IOException {
        var list = DestroyedList.in(folder);
        assertThat(list.lines()).isEmpty();
        var one = new DestroyedList.Line(UUID.randomUUID(), UUID.randomUUID(), Instant.parse("2026-11-21T10:00:00.123456Z"));
        var other = new DestroyedList.Line(UUID.randomUUID(), UUID.randomUUID(), Instant.parse("2026-11-22T10:00:00Z"));
        list.add(List.of(one));
        list.add(Set.of(one, other));
        assertThat(list.lines()).containsExactly(one, other);
        assertThat(Files.readAllLines(list.file())).hasSize(2);
    }

    @Test
    void a_destroyed_key_reaches_the_file_and_an_undone_destruction_does_not() {
        try (var floor = Floor.on(folder.resolve("keys"))) {
            var org = floor.organisation();
            var leila = Floor.staff(org, "deed");
            var work = floor.get(Work.class);
            UUID gone = work.as(leila, "deed", () -> floor.get(Vault.class).newKey(KeyKind.CASE));
            UUID kept = work.as(leila, "deed", () -> floor.get(Vault.class).newKey(KeyKind.CASE));
            work.as(leila, "deed", () -> floor.get(Vault.class).destroy(gone));
            try {
                work.as(leila, "deed", () -> {
                    floor.get(Vault.class).destroy(kept);
                    throw new IllegalStateException("undone");
                });
            } catch (IllegalStateException undone) {
                assertThat(undone).hasMessage("undone");
            }
            var writer = new DestroyedWriter(
                    floor.get(TransactionTemplate.class), new JobRepository(floor.get(JdbcClient.class), null), folder);
            writer.write();
            writer.write();
            assertThat(DestroyedList.in(folder).lines()).singleElement().satisfies(line -> {
                assertThat(line.key()).isEqualTo(gone);
                assertThat(line.org()).isEqualTo(org);
                assertThat(line.at()).isBeforeOrEqualTo(Clock.systemUTC().instant().plusSeconds(5));
            });
        }
    }
}
