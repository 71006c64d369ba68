package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.Test;

class BackupCipherTest {

    private static final UnaryOperator<byte[]> KEYS = salt -> Arrays.copyOf(salt, 32);
    private static final UnaryOperator<byte[]> OTHER_KEYS = salt -> {
        var key = Arrays.copyOf(salt, 32);
        key[0] ^= 1;
        return key;
    };
    private static final int CHUNK = 1 << 20;
    private static final int TITLE_AND_SALT = 14 + 32;
    private static final int SEALED_CHUNK = 4 + CHUNK + 16;

    @Test
    void what_went_in_comes_out_whatever_its_length() throws IOException {
        for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17}) {
            var words = words(length);
            assertThat(open(seal(words), KEYS)).isEqualTo(words);
        }
    }

    @Test
    void F15_another_root_key_opens_nothing() throws IOException {
        var file = seal(words(100));
        assertThatThrownBy(() -> open(file, OTHER_KEYS)).isInstanceOf(Refusal.class).hasMessageContaining("another root key");
    }

    @Test
    void F15_a_file_cut_anywhere_is_refused() throws IOException {
        var file = seal(words(2 * CHUNK + 5));
        for (int length : new int[] {0, 5, 20, TITLE_AND_SALT, TITLE_AND_SALT + 2, TITLE_AND_SALT + SEALED_CHUNK,
                TITLE_AND_SALT + 2 * SEALED_CHUNK, file.length - 1}) {
            assertThatThrownBy(() -> open(Arrays.copyOf(file, length), KEYS)).as("cut at %d", length).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void parts_that_changed_places_are_refused() throws IOException {
        var file = seal(words(3 * CHUNK));
        var swapped = file.clone();
        System.arraycopy(file, TITLE_AND_SALT, swapped, TITLE_AND_SALT + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(file, TITLE_AND_SALT + SEALED_CHUNK, swapped, TITLE_AND_SALT, SEALED_CHUNK);
        assertThatThrownBy(() -> open(swapped, KEYS)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_part_dressed_up_as_the_last_one_is_refused() throws IOException {
        var file = Arrays.copyOf(seal(words(2 * CHUNK)), TITLE_AND_SALT + SEALED_CHUNK);
        var length = java.nio.ByteBuffer.wrap(file);
        length.putInt(TITLE_AND_SALT, -length.getInt(TITLE_AND_SALT));
        assertThatThrownBy(() -> open(file, KEYS)).isInstanceOf(Refusal.class);
    }

    @Test
    void F15_any_flipped_bit_is_found() throws IOException {
        var file = seal(words(5000));
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var damaged = file.clone();
            damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> open(damaged, KEYS)).isInstanceOf(Refusal.class);
        }
    }

    private static byte[] seal(byte[] words) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var sealing = BackupCipher.seal(file, KEYS)) {
            sealing.write(words);
        }
        return file.toByteArray();
    }

    private static byte[] open(byte[] file, UnaryOperator<byte[]> keys) throws IOException {
        try (var opening = BackupCipher.open(new ByteArrayInputStream(file), keys)) {
            return opening.readAllBytes();
        }
    }

    private static byte[] words(int length) {
        var words = new byte[length];
        new Random(length).nextBytes(words);
        return words;
    }
}
