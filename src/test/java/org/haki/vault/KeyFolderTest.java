package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    @TempDir
    Path place;

    private Path keys;
    private KeyFolder folder;

    @BeforeEach
    void open() {
        keys = place.resolve("keys");
        folder = new KeyFolder(keys, place.resolve("data"));
    }

    @Test
    void F19_a_missing_key_is_refused() {
        assertRefused("The root key is missing");
    }

    @Test
    void F19_a_key_that_others_can_read_is_refused() throws IOException {
        folder.make();
        Files.setPosixFilePermissions(keys.resolve("root.key"), PosixFilePermissions.fromString("r--r-----"));
        assertRefused("is open to others (r--r-----)");
    }

    @Test
    void a_folder_that_others_can_enter_is_refused() throws IOException {
        folder.make();
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertRefused("The keys folder");
    }

    @Test
    void a_key_that_cannot_be_read_is_refused() throws IOException {
        Files.createDirectories(keys.resolve("root.key"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
        assertRefused("cannot be read by the user that runs Haki");
    }

    @Test
    void a_key_of_the_wrong_length_is_refused() throws IOException {
        folder.make();
        var file = keys.resolve("root.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, new byte[31]);
        assertRefused("has 31 bytes and not 32");
    }

    @Test
    void keys_inside_the_data_folder_are_refused_even_behind_a_link() throws IOException {
        var data = Files.createDirectories(place.resolve("data"));
        var link = Files.createSymbolicLink(place.resolve("elsewhere"), data);
        assertThatThrownBy(() -> new KeyFolder(link.resolve("keys"), data))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lies inside the data folder");
    }

    @Test
    void a_key_is_never_overwritten() {
        folder.make();
        assertThatThrownBy(() -> folder.make()).isInstanceOf(Refusal.class).hasMessageContaining("not overwritten");
    }

    @Test
    void a_made_key_is_closed_to_others_and_read_again() throws IOException {
        var made = folder.make();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("root.key")))).isEqualTo("r--------");
        assertThat(folder.read()).isEqualTo(made);
    }

    @Test
    void the_key_before_is_kept_under_its_date() throws IOException {
        var before = folder.make();
        var next = RootKey.fresh();
        folder.writeNext(next);
        assertThat(folder.read()).isEqualTo(before);
        folder.useNext(LocalDate.of(2026, 11, 21));
        assertThat(folder.read()).isEqualTo(next);
        assertThat(Files.readAllBytes(keys.resolve("root.key.until-2026-11-21"))).isEqualTo(before.bytes());
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> folder.read()).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }
}
