package org.haki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How long what people told us is kept, and that afterwards nothing of it is left but a shell. */
@HakiTest
class RetentionTest {

    private static final String DAYS_KEPT = "select coalesce(max(erase_due - (decided_at at time zone 'Africa/Nairobi')::date), -1) "
            + "from haki.intake where org_id = :org";

    @Autowired
    private ApplicationContext haki;

    @Autowired
    private Intakes intakes;

    private Town town;
    private Everything everything;
    private Visitor fatou;
    private String report;
    private String status;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        everything = Everything.in(haki);
        fatou = town.fatou.signedIn();
        report = "/report/" + town.riverbend.slug();
        status = "/status/" + town.riverbend.slug();
    }

    @Test
    void what_waits_is_never_erased() {
        var open = told("He waits at the gate");
        everything.pass("update haki.intake set received_at = received_at - interval '2 years' where org_id = :org", town.riverbend);

        assertThat(intakes.eraseDue(town.riverbendSystem())).isZero();
        assertThat(fatou.get(open).text()).contains("He waits at the gate");
    }

    @Test
    void not_a_case_is_kept_for_thirty_days() {
        fatou.fill(told("hello hello") + "/dismissal", "/intake/decisions", "reason", "test");

        assertThat(everything.count(DAYS_KEPT, town.riverbend)).isEqualTo(30);
    }

    @Test
    void declined_is_kept_for_half_a_year_and_for_six_weeks_where_she_wants_no_case() {
        decline(told("Two days away"), "out_of_area");
        assertThat(everything.count(DAYS_KEPT, town.riverbend)).isEqualTo(180);

        var other = Town.in(haki);
        everything = Everything.in(haki);
        town = other;
        fatou = town.fatou.signedIn();
        report = "/report/" + town.riverbend.slug();
        decline(told("I only wanted to say it"), "no_consent");
        assertThat(everything.count(DAYS_KEPT, town.riverbend)).isEqualTo(42);
    }

    @Test
    void once_due_the_words_the_key_the_tokens_and_the_receipt_are_gone_and_the_shell_stays() {
        var open = told("The kestrel of Quixholm", "code", "golondrina azul", "number", "+254 712 345 678", "reach", "call");
        fatou.fill(open + "/dismissal", "/intake/decisions", "reason", "not_genuine");
        var keys = everything.count("select count(*) from vault.key_wrap where org_id = :org", town.riverbend);
        everything.pass("update haki.intake set erase_due = current_date - 1 where org_id = :org", town.riverbend);

        assertThat(intakes.eraseDue(town.riverbendSystem())).isEqualTo(1);
        assertThat(intakes.eraseDue(town.riverbendSystem())).isZero();

        assertThat(everything.count("select count(*) from vault.key_wrap where org_id = :org", town.riverbend)).isEqualTo(keys - 1);
        assertThat(everything.count("select count(*) from vault.search_token where org_id = :org and kind = 'intake'", town.riverbend)).isZero();
        assertThat(everything.count("select count(*) from hub.receipt where org_id = :org", town.riverbend)).isZero();
        assertThat(everything.count("""
                select count(*) from haki.intake where org_id = :org and sealed is null and answer is null
                and number_print is null and words_print is null and state = 'not_a_case'""", town.riverbend)).isEqualTo(1);
        assertThat(town.stranger().fill(status, status, "code", "golondrina azul").status()).isEqualTo(422);
        var left = fatou.get(open);
        assertThat(left.text()).contains("What was told is destroyed", "Found not genuine").doesNotContain("Quixholm");
        assertThat(left.hasForm(open + "/restoration")).isFalse();
    }

    @Test
    void an_emergency_that_nobody_opens_is_told_once_more() {
        told("In danger now", "safe", "emergency");
        var seen = told("In danger, and opened", "safe", "emergency");
        fatou.get(seen);
        var mails = "select count(*) from hub.outbox where org_id = :org and template = 'intake_emergency'";
        var before = everything.count(mails, town.riverbend);
        intakes.tellAgain(town.riverbendSystem());
        assertThat(everything.count(mails, town.riverbend)).isEqualTo(before);
        everything.pass("update haki.intake set recorded_at = recorded_at - interval '16 minutes' where org_id = :org", town.riverbend);

        intakes.tellAgain(town.riverbendSystem());
        intakes.tellAgain(town.riverbendSystem());

        assertThat(everything.count(mails, town.riverbend)).isEqualTo(before + before / 2);
    }

    private void decline(String open, String reason) {
        assertThat(fatou.fill(open + "/decline", open + "/decline", "reason", reason, "told", "not_told").status()).isEqualTo(303);
    }

    private String told(String words, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("words", words, "age", "adult"));
        fields.addAll(java.util.List.of(more));
        if (!fields.contains("reach")) {
            fields.addAll(java.util.List.of("reach", "none"));
        }
        assertThat(town.stranger().fill(report, report, fields.toArray(String[]::new)).status()).isEqualTo(200);
        return "/intake/" + TriageTest.newest(fatou.get("/intake"), words);
    }
}
