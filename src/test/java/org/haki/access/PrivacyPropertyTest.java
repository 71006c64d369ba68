package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.haki.HakiTest;
import org.haki.RuleFindings;
import org.haki.Town;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Whatever the people of two organisations with two offices each do, in whatever order, after every step each sees what the
 * rules say and nothing beside, asked of PostgreSQL and at the front doors. {@code -Dhaki.seed} repeats a run,
 * {@code -Dhaki.sequences} makes a longer one.
 */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyPropertyTest {

    private static final int SEQUENCES = 4;
    private static final int FEWEST = Integer.getInteger("haki.sequences", 1);
    private static final int STEPS = 24;
    private static final Duration ENOUGH = Duration.ofSeconds(10);

    @Autowired ApplicationContext haki;
    private final RuleFindings findings = new RuleFindings();

    @BeforeAll
    void whatever_they_do() {
        long seed = Long.getLong("haki.seed", System.nanoTime());
        long begin = System.nanoTime();
        int run = 0;
        while (run < FEWEST || run < SEQUENCES && System.nanoTime() - begin < ENOUGH.toNanos()) {
            findings.begin("seed " + seed + ", sequence " + run);
            try {
                new PrivacySequence(haki, Town.in(haki), new Random(seed + run), findings).run(STEPS);
            } catch (RuntimeException stuck) {
                throw new AssertionError("Stuck after " + findings.steps(), stuck);
            }
            run++;
        }
        System.out.println("Sequences with -Dhaki.seed=" + seed + ": " + run + " in " + Duration.ofNanos(System.nanoTime() - begin) + ", " + findings);
    }

    @Test
    void P1_a_case_is_there_through_an_office_or_the_team_and_in_no_row_for_anybody_else() {
        holds("P1");
    }

    @Test
    void P2_what_another_organisation_knows_changes_no_answer_and_no_statement() {
        holds("P2");
    }

    @Test
    void P3_a_fenced_case_is_on_no_page_for_whoever_is_not_on_its_team() {
        holds("P3");
    }

    @Test
    void P4_names_and_words_lie_nowhere_in_clear_and_the_vault_opens_to_no_other_role() {
        holds("P4");
    }

    @Test
    void P5_an_administrator_finds_no_case_and_nobody_in_one() {
        holds("P5");
    }

    @Test
    void P6_a_case_is_read_only_with_an_entry_in_the_trail() {
        holds("P6");
    }

    @Test
    void P7_a_broken_glass_shows_the_case_for_an_hour_tells_the_watchers_and_waits_for_its_review() {
        holds("P7");
    }

    @Test
    void P8_another_office_or_role_counts_at_the_next_request() {
        holds("P8");
    }

    @Test
    void R5_a_refusal_of_anything_but_services_blocks_no_service() {
        holds("R5");
    }

    @Test
    void R6_no_case_begins_with_a_childs_own_yes() {
        holds("R6");
    }

    private void holds(String rule) {
        assertThat(findings.broken(rule)).as("%s, after these steps", rule).isEmpty();
        assertThat(findings.tested(rule)).as("how often %s came to the test", rule).isPositive();
    }
}
