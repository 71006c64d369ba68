package org.haki.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31 02 2026             | PartialDate.day
            30.2.2024              | PartialDate.day
            2026-04-31             | PartialDate.day
            0 11 2026              | PartialDate.day
            24 13 2026             | PartialDate.month
            2026-00                | PartialDate.month
            24 11 26               | PartialDate.year
            1066                   | PartialDate.year
            24 11 9999             | PartialDate.year
            yesterday              | PartialDate.unreadable
            24 11                  | PartialDate.year
            1 2 3 2026             | PartialDate.unreadable
            24 November May 2026   | PartialDate.unreadable
            20261124               | PartialDate.unreadable
            -1                     | PartialDate.year
            about                  | PartialDate.unreadable
            """)
    void what_cannot_be_a_date_is_refused_with_its_own_sentence(String typed, String sentence) {
        var errors = new Errors();
        assertThat(PartialDate.read(typed, "birth", errors)).isNull();
        assertThat(errors.of("birth").key()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24 11 2026             | 2026-11-24
            24/11/2026             | 2026-11-24
            24.11.2026             | 2026-11-24
            2026-11-24             | 2026-11-24
            3 March 1987           | 1987-03-03
            3rd of March, 1987     | 1987-03-03
            March 3, 1987          | 1987-03-03
            3 marzo 1987           | 1987-03-03
            29 02 2024             | 2024-02-29
            2026-11                | 2026-11
            11/2026                | 2026-11
            Nov 2019               | 2019-11
            2019                   | 2019
            about 2019             | ~2019
            ~ 2019                 | ~2019
            circa May 1990         | ~1990-05
            hacia 1990             | ~1990
            २०७३                   | 2073
            ২৪ ১১ ২০২৫             | 2025-11-24
            ٢٤/١١/٢٠٢٥             | 2025-11-24
            """)
    void a_date_is_read_as_people_type_it(String typed, String written) {
        var errors = new Errors();
        assertThat(PartialDate.read(typed, "birth", errors)).hasToString(written);
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void nothing_typed_is_no_date_and_no_mistake(String typed) {
        var errors = new Errors();
        assertThat(PartialDate.read(typed, "birth", errors)).isNull();
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void a_word_that_begins_two_months_is_not_guessed() {
        var errors = new Errors();
        assertThat(PartialDate.read("1 jui 2020", "birth", errors)).isNull();
        assertThat(errors.of("birth").key()).isEqualTo("PartialDate.unreadable");
    }

    @Test
    void it_says_the_first_and_the_last_day_it_can_mean() {
        assertThat(PartialDate.of("2024-02").earliest()).isEqualTo("2024-02-01");
        assertThat(PartialDate.of("2024-02").latest()).isEqualTo("2024-02-29");
        assertThat(PartialDate.of("~2019").latest()).isEqualTo("2019-12-31");
        assertThat(PartialDate.of("2026").isAfter(LocalDate.of(2026, 11, 21))).isFalse();
        assertThat(PartialDate.of("2027").isAfter(LocalDate.of(2026, 11, 21))).isTrue();
    }

    @Test
    void what_was_not_written_by_us_is_not_read_as_written() {
        assertThatThrownBy(() -> PartialDate.of("2024-02-30")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatever_day_it_is_it_is_read_back_as_written(@ForAll @IntRange(min = 0, max = 120_000) int days) {
        var date = PartialDate.of(LocalDate.of(1860, 1, 1).plusDays(days));
        assertThat(PartialDate.of(date.toString())).isEqualTo(date);
    }

    @Property
    void whatever_is_typed_is_a_date_or_exactly_one_sentence(@ForAll @StringLength(max = 60) String typed) {
        var errors = new Errors();
        var date = PartialDate.read(typed, "birth", errors);
        assertThat(errors.all()).hasSizeLessThanOrEqualTo(1);
        assertThat(date == null || errors.isEmpty()).isTrue();
    }
}
