package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverCommandTest {

    @TempDir
    Path place;

    private final InputStream typedBefore = System.in;
    private final RootKey root = RootKey.fresh();
    private final List<String> sheet = RecoverySheet.of(root);

    @AfterEach
    void handBackTheKeyboard() {
        System.setIn(typedBefore);
    }

    @Test
    void a_sheet_with_a_wrong_line_writes_nothing_and_names_the_line() {
        var wrong = sheet.get(3).startsWith("Z") ? "Y" + sheet.get(3).substring(1) : "Z" + sheet.get(3).substring(1);
        assertThatThrownBy(() -> recover(String.join("\n", sheet).replace(sheet.get(3), wrong)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Line 4");
        assertThat(place.resolve("keys/root.key")).doesNotExist();
    }

    @Test
    void a_key_that_lies_there_is_not_overwritten() {
        var kept = folder().make();
        assertThatThrownBy(() -> recover(String.join("\n", sheet))).isInstanceOf(Refusal.class).hasMessageContaining("already holds");
        assertThat(folder().read()).isEqualTo(kept);
    }

    @Test
    void a_sheet_that_was_typed_right_brings_the_key_back() {
        assertThat(recover(String.join("\n", sheet))).isZero();
        assertThat(folder().read()).isEqualTo(root);
    }

    private int recover(String typed) {
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        return new RecoverCommand(place.resolve("keys"), place.resolve("data")).run(List.of());
    }

    private KeyFolder folder() {
        return new KeyFolder(place.resolve("keys"), place.resolve("data"));
    }
}
