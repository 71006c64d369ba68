package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.haki.Floor;
import org.haki.database.TestDatabase;
import org.haki.kernel.Id;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.NestedExceptionUtils;

/** A start with a database that was made before, and something wrong with the key. */
class KeyringTest {

    @TempDir
    static Path place;

    private static TestDatabase database;
    private static Path keys;
    private static UUID org;

    @BeforeAll
    static void first_start() {
        database = TestDatabase.fresh();
        keys = place.resolve("keys");
        try (var floor = Floor.on(database, keys)) {
            org = floor.organisation();
        }
    }

    @Test
    void F19_it_refuses_to_start_without_the_key_and_makes_no_new_one() {
        var empty = place.resolve("empty");
        assertRefused(empty, "The root key is missing");
        assertThat(empty).doesNotExist();
    }

    @Test
    void F19_it_refuses_to_start_with_another_key() {
        var others = place.resolve("others");
        new KeyFolder(others, place.resolve("data")).make();
        assertRefused(others, "is another one than this database was made with");
    }

    @Test
    void it_starts_with_a_key_that_was_typed_in_from_the_recovery_sheet() {
        var typed = String.join("\n", RecoverySheet.of(new KeyFolder(keys, place.resolve("data")).read()));
        var recovered = place.resolve("recovered");
        new KeyFolder(recovered, place.resolve("data")).write(RecoverySheet.read(typed).orElseThrow());
        assertOpensWhatWasSealed(recovered);
    }

    @Test
    void it_starts_again_with_the_key_of_the_first_start() {
        assertOpensWhatWasSealed(keys);
    }

    private static void assertOpensWhatWasSealed(Path keys) {
        var record = Id.next();
        Sealed sealed;
        try (var floor = Floor.on(database, KeyringTest.keys)) {
            sealed = floor.get(Vault.class).sealForOrganisation(org, record, "draft", new byte[] {1, 2, 3});
        }
        try (var floor = Floor.on(database, keys)) {
            assertThat(floor.get(Vault.class).openForOrganisation(org, record, "draft", sealed)).containsExactly(1, 2, 3);
        }
    }

    private static void assertRefused(Path keys, String sentence) {
        assertThatThrownBy(() -> Floor.on(database, keys).close())
                .satisfies(thrown -> assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining(sentence));
    }
}
