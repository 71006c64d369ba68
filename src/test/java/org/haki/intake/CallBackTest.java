package org.haki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Calling back is planned inside her hours, by the plan that she gave; who wants no call is never called. */
@HakiTest
class CallBackTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor fatou;
    private String report;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        fatou = town.fatou.signedIn();
        report = "/report/" + town.riverbend.slug();
    }

    @Test
    void who_wants_no_call_is_never_called_and_her_number_is_not_shown() {
        var open = told("Do not ring", "reach", "none", "number", "+254 712 345 678");

        assertThat(fatou.get(open).text()).contains("Do not call").doesNotContain("712 345 678");
        assertThat(fatou.get(open + "/attempts").status()).isEqualTo(409);
        assertThat(fatou.get(open).body()).doesNotContain(open + "/attempts");
    }

    @Test
    void a_call_outside_her_hours_in_the_past_or_at_no_time_is_not_planned() {
        var open = told("Ring at ten", "reach", "call", "number", "+254 712 345 678", "hour", "10");
        var tomorrow = LocalDateTime.now(ZoneId.of("Africa/Nairobi")).plusDays(1).toLocalDate();

        assertThat(plan(open, tomorrow + "T15:30").text()).contains("outside the hours that she named");
        assertThat(plan(open, tomorrow.minusDays(3) + "T10:30").text()).contains("A call lies ahead");
        assertThat(plan(open, "tomorrow at ten").text()).contains("Write day and hour");
        assertThat(plan(open, "2026-02-31T10:30").text()).contains("Write day and hour");
        assertThat(plan(open, "").text()).contains("Plan one to three calls");
        assertThat(fatou.get("/intake?view=call_back").text()).doesNotContain("Ring at ten");
    }

    @Test
    void the_plan_stands_before_the_number_and_the_number_shows_once_a_call_is_planned() {
        var open = told("Ring at ten", "reach", "call", "number", "+254 712 345 678", "hour", "10", "whose", "looked", "ifOther",
                "the sewing class");
        var before = fatou.get(open);
        assertThat(before.text()).contains("Before you call", "others sometimes look at it", "Call only 10 to 12", "the sewing class",
                "Never say who we are").doesNotContain("712 345 678");

        var planned = fatou.fill(open + "/attempts", open + "/attempts");
        assertThat(planned.status()).isEqualTo(303);
        var call = planned.next().body().replaceAll("(?s).*?(/intake/[0-9A-Z]+/attempts/[0-9a-f-]{36}).*", "$1");
        var page = fatou.get(call);
        assertThat(page.text().indexOf("Before you call")).isLessThan(page.text().indexOf("712 345 678"));
        assertThat(page.body()).contains("href=\"tel:+254712345678\"");
    }

    @Test
    void a_call_is_logged_once_and_the_report_waits_for_the_next() {
        var open = told("Ring at any time", "reach", "call", "number", "+254 712 345 678");
        var planned = fatou.fill(open + "/attempts", open + "/attempts").next();
        var call = planned.body().replaceAll("(?s).*?(/intake/[0-9A-Z]+/attempts/[0-9a-f-]{36}).*", "$1");
        var form = fatou.get(call).form(call);

        assertThat(form.send("outcome", "sang").status()).isEqualTo(422);
        assertThat(form.send("outcome", "no_answer", "note", "rang out").status()).isEqualTo(303);
        assertThat(form.send("outcome", "no_answer", "note", "rang out").status()).isEqualTo(303);
        assertThat(fatou.get(call).status()).isEqualTo(409);

        assertThat(fatou.get(open).text()).contains("No answer", "rang out");
        assertThat(fatou.get("/intake?view=call_back").text()).contains("Ring at any time");
        assertThat(fatou.get("/intake").text()).doesNotContain("Ring at any time");
    }

    private Page plan(String open, String at) {
        var form = fatou.get(open + "/attempts").form(open + "/attempts");
        return form.send("at", at);
    }

    private String told(String words, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("words", words, "age", "adult"));
        fields.addAll(java.util.List.of(more));
        assertThat(town.stranger().fill(report, report, fields.toArray(String[]::new)).status()).isEqualTo(200);
        return "/intake/" + TriageTest.newest(fatou.get("/intake"), words);
    }
}
