package org.haki.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.reports.WorkerRepository.Mixed;
import org.junit.jupiter.api.Test;

/** A worker with hard cases and one with easy ones, each beside what such cases bring. */
class ExpectedTest {

    private static final UUID WANJIRU = new UUID(0, 1);
    private static final UUID MATEO = new UUID(0, 2);
    private static final UUID FATOU = new UUID(0, 3);

    @Test
    void what_is_to_be_expected_is_reckoned_from_the_kinds_of_cases_and_not_from_their_number() {
        var found = expected(
                closed(WANJIRU, "hard", "court", "solved", 4), closed(WANJIRU, "hard", "court", "lost", 6),
                closed(MATEO, "easy", "letter", "solved", 9), closed(MATEO, "easy", "letter", "lost", 1),
                closed(FATOU, "hard", "court", "solved", 1), closed(FATOU, "hard", "court", "lost", 9),
                closed(FATOU, "easy", "letter", "solved", 9), closed(FATOU, "easy", "letter", "lost", 1));
        // 5 of 20 hard ones and 18 of 20 easy ones brought something
        assertThat(found.get(WANJIRU).expected()).isCloseTo(2.5, within(1e-9));
        assertThat(found.get(MATEO).expected()).isCloseTo(9.0, within(1e-9));
        assertThat(found.get(FATOU).expected()).isCloseTo(11.5, within(1e-9));
        assertThat(found.get(WANJIRU).achieved()).as("fewer than Mateo's, and yet more than such cases bring").isEqualTo(4);
        assertThat(found.values().stream().mapToDouble(Expected::expected).sum()).as("of all workers together as many as there were")
                .isCloseTo(23, within(1e-9));
    }

    @Test
    void the_range_is_Byars() {
        var found = new Expected(20, 15, 10);
        // Breslow and Day 1987, table 2.10: limits of a Poisson count of 15 are 8.40 and 24.74
        assertThat(found.low()).isCloseTo(.840, within(.005));
        assertThat(found.high()).isCloseTo(2.474, within(.005));
        assertThat(found.verdict()).isEqualTo("alike");
        assertThat(new Expected(60, 40, 25).verdict()).isEqualTo("more");
        assertThat(new Expected(60, 8, 25).verdict()).isEqualTo("fewer");
        assertThat(new Expected(60, 0, 25).low()).isZero();
    }

    @Test
    void of_few_closings_nothing_is_said() {
        assertThat(new Expected(4, 4, .1).verdict()).isEqualTo("few");
        assertThat(new Expected(40, 0, 0).verdict()).as("nobody ever achieved anything with such cases").isEqualTo("few");
    }

    @Test
    void what_nobody_knows_the_result_of_is_left_out_and_older_closings_only_set_the_standard() {
        var older = new Mixed(WANJIRU, "hard", "court", "solved", false, 5);
        var found = expected(older, closed(MATEO, "hard", "court", "lost", 5), closed(FATOU, "hard", "court", "gone", 5));
        assertThat(found).containsOnlyKeys(MATEO);
        assertThat(found.get(MATEO).expected()).isCloseTo(2.5, within(1e-9));
    }

    private static Mixed closed(UUID worker, String type, String stage, String outcome, long number) {
        return new Mixed(worker, type, stage, outcome, true, number);
    }

    private static Map<UUID, Expected> expected(Mixed... closings) {
        return Expected.of(List.of(closings), (type, outcome) -> switch (outcome) {
            case "solved" -> "achieved";
            case "lost" -> "not_achieved";
            default -> "unknown";
        });
    }
}
