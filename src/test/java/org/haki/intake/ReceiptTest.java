package org.haki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12345678", "1234 5678 9012 3456", "aaaaaaaa", "Password", "contraseña", "Mi palabra", "ab ab ab"})
    void a_word_that_others_would_try_is_easy(String word) {
        assertThat(Receipt.easy(Receipt.read(word))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zanzibar lamp", "golondrina", "मेरो गोप्य फूल", "rosa1985", "حديقة الليل"})
    void a_word_of_her_own_is_taken_in_any_script(String word) {
        assertThat(Receipt.easy(Receipt.read(word))).isFalse();
    }

    @Test
    void a_word_is_the_same_in_capitals_with_spaces_and_without_accents() {
        assertThat(Receipt.read("  Golondrína-AZUL ")).isEqualTo(Receipt.read("golondrina azul"));
    }

    @Test
    void digits_of_any_script_are_digits() {
        assertThat(Receipt.read("१२३४ ५६७८ ९०१२ ३४५६")).isEqualTo("1234567890123456");
        assertThat(Receipt.isDigits(Receipt.read("1234-5678-9012-3456"))).isTrue();
        assertThat(Receipt.isDigits(Receipt.read("1234 5678 9012 345"))).isFalse();
    }

    @Test
    void digits_are_sixteen_and_shown_four_by_four() {
        assertThat(Receipt.digits(new byte[] {1})).isEqualTo("0000000000000001");
        assertThat(Receipt.shown("0123456789012345")).isEqualTo("0123 4567 8901 2345");
    }
}
