package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.haki.HakiTest;
import org.haki.cases.AdoptedTypes;
import org.haki.forms.Node;
import org.junit.jupiter.api.Test;

/** Steps that an answer of the sheet settles, on real PostgreSQL. */
@HakiTest
class AnsweredStepsTest extends TimelineScene {

    @Test
    void what_an_answer_settles_is_done_on_the_day_that_it_says_and_planned_again_where_it_is_taken_back() {
        sheet(kind("rent"), room("no"), room("no"), room("no"), room("no"));
        assertThat(one("ask_inspector").dueOn()).isEqualTo(today.plusDays(5));
        sheet(kind("rent"), room("no"), room("no"), room("no"), room("no"), signed(today.minusDays(1)));
        assertThat(planned("ask_inspector")).isEmpty();
        var done = done("ask_inspector");
        assertThat(LocalDate.ofInstant(done.doneAt(), wanjiru.zone())).isEqualTo(today.minusDays(1));
        assertThat(done.doneBy()).isEqualTo(wanjiru.person());
        assertThat(town.wanjiru.signedIn().get(file.path() + "/activities/" + done.id()).text()).contains("The sheet says so");
        sheet(kind("rent"), room("no"), room("no"), room("no"), room("no"));
        complete("ask_inspector", "done");
        sheet(kind("rent"), room("no"), room("no"), room("no"), room("no"), signed(today));
        sheet(kind("rent"), room("no"), room("no"), room("no"), room("no"));
        assertThat(planned("ask_inspector")).as("what somebody did stays done").isEmpty();
    }

    @Test
    void what_was_answered_before_it_was_planned_is_done_at_once_and_never_in_the_future() {
        sheet(kind("rent"), room("no"), room("no"), room("no"), room("no"), signed(today.plusDays(9)));
        assertThat(planned("ask_inspector")).isEmpty();
        assertThat(done("ask_inspector").doneAt()).as("A1").isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void in_gbv_medical_care_that_she_declined_is_offered_and_nobody_is_asked_to_offer_it_again() {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "gbv", op(0));
        file = open("normal", "gbv");
        var incident = Node.of("incident", List.of(Node.of("happened_at", (Object) Instant.now().minusSeconds(7200)), Node.of("core_type", (Object) "rape"),
                Node.of("days_to_report", (Object) 0.0)));
        told(Node.of("incidents", List.of(incident)));
        assertThat(one("medical_offer").hard()).isTrue();
        var offered = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        for (var decided : List.of("accepted", "unavailable")) {
            told(Node.of("incidents", List.of(incident)), Node.of("medical", List.of(Node.of("offer", (Object) decided))));
            assertThat(planned("medical_offer")).as(decided).hasSize(1);
        }
        told(Node.of("incidents", List.of(incident)), Node.of("medical", List.of(Node.of("offer", (Object) "declined"), Node.of("offered_at", (Object) offered))));
        assertThat(planned("medical_offer")).isEmpty();
        assertThat(done("medical_offer").doneAt()).isEqualTo(offered);
        told(Node.of("incidents", List.of(incident)), Node.of("medical", List.of(Node.of("offer", (Object) "accepted"))));
        assertThat(planned("medical_offer")).as("she changed her mind").hasSize(1);
    }
}
