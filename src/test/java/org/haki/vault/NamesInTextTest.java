package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name in words that should name nobody is found, however either is written. */
class NamesInTextTest {

    private static final List<String> NAMES = List.of("Asha Rahman", "N’Diaye", "José Li", "");

    @ParameterizedTest
    @ValueSource(strings = {
        "Rahman's card", "Rahman’s", "the Rahmans", "RAHMAN.", "(rahman)", "asha", "Asha’s", "রহমান", "রহমানের কার্ড", "NDiaye", "N'Diaye’s", "Jose", "josé's",
        "Mr Li"
    })
    void a_name_is_found(String text) {
        assertThat(NamesInText.any(text, NAMES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "The guard asked for tea money.", "ashamed", "a list", "l", "Romans", "12"})
    void another_word_is_none(String text) {
        assertThat(NamesInText.any(text, NAMES)).isFalse();
    }

    @Test
    void without_names_nothing_is_found() {
        assertThat(NamesInText.any("Rahman", List.of())).isFalse();
    }
}
