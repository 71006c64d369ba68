package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.haki.HakiTest;
import org.haki.RuleFindings;
import org.haki.Town;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever an owner and two receivers do with a case, in whatever order, each receiver sees exactly what a small model
 * says, after every step. The rules have their numbers in the names; {@code -Dhaki.seed} repeats a run, {@code -Dhaki.sequences}
 * makes a longer one.
 */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentPropertyTest {

    private static final int SEQUENCES = 16;
    private static final int FEWEST = Integer.getInteger("haki.sequences", 6);
    private static final int STEPS = 18;
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    @Autowired ApplicationContext haki;
    private Town town;
    private final RuleFindings findings = new RuleFindings();

    @BeforeAll
    void whatever_they_do() {
        town = Town.in(haki);
        var network = town.inOneNetwork();
        var other = Town.in(haki);
        haki.getBean(Networks.class).enter(haki.getBean(Organisations.class).system(other.northgate.id()), network);
        var receivers = new TreeMap<>(Map.of(
                town.northgate.id(), List.of(town.sushila.actor(), town.prem.actor()),
                other.northgate.id(), List.of(other.sushila.actor(), other.prem.actor())));
        long seed = Long.getLong("haki.seed", System.nanoTime());
        long begin = System.nanoTime();
        int run = 0;
        while (run < FEWEST || run < SEQUENCES && System.nanoTime() - begin < ENOUGH.toNanos()) {
            findings.begin("seed " + seed + ", sequence " + run);
            var scene = new ConsentScene(haki, town, receivers, new Random(seed + run), findings);
            try {
                new ConsentSequence(scene).run(STEPS, run % 2 == 0, run < 2);
            } catch (RuntimeException stuck) {
                throw new AssertionError("Stuck after " + findings.steps(), stuck);
            }
            run++;
        }
        System.out.println("Sequences with -Dhaki.seed=" + seed + ": " + run + " in " + Duration.ofNanos(System.nanoTime() - begin) + ", " + findings);
    }

    @Test
    void R1_P10_nothing_is_sent_or_shown_without_a_consent_or_an_exception_that_somebody_else_approved() {
        holds("R1 P10");
    }

    @Test
    void R2_a_window_shows_the_consented_sections_live_and_afterwards_only_what_the_receiver_recorded() {
        holds("R2");
    }

    @Test
    void R3_P13_a_withdrawal_revokes_at_once_what_the_yes_had_opened() {
        holds("R3 P13");
    }

    @Test
    void R4_a_decision_is_never_changed_only_followed_by_another() {
        holds("R4");
        for (var change : new String[] {"update", "delete"}) {
            assertThat(haki.getBean(Work.class).as(town.wanjiru.actor(), "case.see", () -> haki.getBean(JdbcClient.class)
                    .sql("select has_table_privilege('haki_app', 'haki.consent', :change) or has_table_privilege('haki_guest', 'haki.consent', :change)")
                    .param("change", change).query(Boolean.class).single())).as(change).isFalse();
        }
    }

    @Test
    void C5_nobody_who_owns_the_case_or_proposed_its_closing_checks_it_and_no_receiver() {
        holds("C5");
    }

    @Test
    void P7_a_fence_hides_the_case_from_a_supervisor_until_she_breaks_the_glass_and_another_organisation_breaks_none() {
        holds("P7");
    }

    @Test
    void R2_one_receiver_at_most_leads_and_it_alone_works_the_plan_and_proposes_the_closing() {
        holds("lead");
    }

    @Test
    void P9_access_ends_with_the_referral_and_what_a_lead_had_to_do_is_the_owners_again() {
        holds("P9");
    }

    @Test
    void P11_a_yes_to_one_recipient_is_none_to_another() {
        holds("P11");
    }

    @Test
    void P12_a_consent_to_share_ends_30_days_after_the_service_or_when_she_said_and_after_365_at_most() {
        holds("P12");
        var today = LocalDate.of(2026, 11, 22);
        assertThat(SendReferral.EMPTY.decision(today, "en").until()).isEqualTo("2027-11-21");
    }

    @Test
    void P14_a_refusal_to_share_blocks_no_work_on_the_case() {
        holds("P14");
    }

    @Test
    void P16_the_text_its_version_and_its_language_are_kept_with_the_decision() {
        holds("P16");
    }

    @Test
    void P18_a_referral_carries_what_was_chosen_and_nothing_is_chosen_by_itself() {
        holds("P18");
        assertThat(SendReferral.EMPTY.sections()).isEmpty();
        assertThat(SendReferral.EMPTY.errors(Town.today()).of("story")).isNotNull();
    }

    private void holds(String rule) {
        assertThat(findings.broken(rule)).as("%s, after these steps", rule).isEmpty();
        assertThat(findings.tested(rule)).as("how often %s came to the test", rule).isPositive();
    }
}
