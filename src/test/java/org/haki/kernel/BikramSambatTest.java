package org.haki.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar of Nepal, against days that everybody knows. */
class BikramSambatTest {

    @ParameterizedTest
    @CsvSource({"2000-01-01, 1943-04-14", "2055-01-01, 1998-04-14", "2072-01-12, 2015-04-25", "2080-01-01, 2023-04-14", "2081-01-01, 2024-04-13",
            "2081-06-26, 2024-10-12", "2082-01-01, 2025-04-14", "2082-04-01, 2025-07-17", "2083-01-01, 2026-04-14"})
    void a_day_of_Nepal_is_the_day_that_it_was(String written, LocalDate day) {
        assertThat(PartialDate.read(written + " BS", "day", new Errors())).isEqualTo(PartialDate.of(day));
        assertThat(BikramSambat.of(day)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"12 Baisakh 2072", "१२ वैशाख २०७२", "12 बैशाख 2072", "2072.1.12 bs", "वि.सं. २०७२-०१-१२"})
    void it_is_read_as_people_write_it(String written) {
        assertThat(PartialDate.read(written, "day", new Errors())).isEqualTo(PartialDate.of(LocalDate.of(2015, 4, 25)));
    }

    @ParameterizedTest
    @CsvSource({"2081-13-01 BS", "2081-01-33 BS", "2150-01-01 BS", "1999-01-01 BS", "Baisakh 2072", "2072 BS"})
    void what_is_no_day_or_not_known_is_refused(String written) {
        var errors = new Errors();
        assertThat(PartialDate.read(written, "day", errors)).isNull();
        assertThat(errors.of("day").key()).startsWith("PartialDate.");
    }

    @Test
    void every_day_goes_there_and_back() {
        for (var day = LocalDate.of(1943, 4, 14); day.isBefore(LocalDate.of(2027, 4, 14)); day = day.plusDays(1)) {
            assertThat(PartialDate.read(BikramSambat.of(day) + " BS", "day", new Errors()).earliest()).isEqualTo(day);
        }
        assertThat(BikramSambat.of(LocalDate.of(2027, 4, 14))).isEmpty();
    }
}
