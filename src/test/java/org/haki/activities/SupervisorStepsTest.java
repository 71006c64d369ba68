package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haki.HakiTest;
import org.haki.cases.AdoptedTypes;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step that its type gives to the supervisor: the lead paralegal's look at a paralegal's file. */
@HakiTest
class SupervisorStepsTest extends TimelineScene {

    private static final String REVIEW = "lead_review";

    @BeforeEach
    void a_paralegals_own_case() {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "paralegal_id", op(0));
        file = open("normal", "paralegal_id");
    }

    @Test
    void a_caseworker_settles_no_step_of_the_supervisor_on_any_way() {
        var review = one(REVIEW);
        var id = review.id().toString();
        assertRefused(() -> activities.settle(wanjiru, file.code(), new SettleSteps(Map.of(id, "done")), op(0)));
        assertRefused(() -> activities.settle(wanjiru, file.code(), new SettleSteps(Map.of(id, "no_longer_needed")), op(0)));
        assertRefused(() -> complete(REVIEW, "done"));
        assertRefused(() -> activities.cancel(wanjiru, file.code(), review.id(), new EndActivity("no_longer_needed", ""), op(review.version())));
        assertRefused(() -> activities.miss(wanjiru, file.code(), review.id(), new EndActivity("forgotten", ""), op(review.version())));
        assertThat(one(REVIEW).version()).isEqualTo(review.version());
    }

    @Test
    void one_step_of_the_supervisor_among_others_and_none_of_them_is_settled() {
        var choices = Map.of(one("first_talk").id().toString(), "took_place", one(REVIEW).id().toString(), "done");
        assertRefused(() -> activities.settle(wanjiru, file.code(), new SettleSteps(choices), op(0)));
        assertThat(keys()).contains("first_talk", REVIEW);
    }

    @Test
    void the_page_of_open_steps_says_who_settles_it_and_asks_only_about_the_others() {
        var page = town.wanjiru.signedIn().get(file.path() + "/activities/open");
        assertThat(page.text()).contains("Lead paralegal looks at the file").contains("To be settled by: Lead paralegal, Leila Marzouq. Nobody else may.");
        assertThat(page.body()).contains("step-" + one("first_talk").id()).doesNotContain("step-" + one(REVIEW).id());
    }

    @Test
    void its_own_page_says_so_too_and_still_lets_its_day_be_changed() {
        var path = file.path() + "/activities/" + one(REVIEW).id();
        var page = town.wanjiru.signedIn().get(path);
        assertThat(page.text()).contains("To be settled by: Lead paralegal, Leila Marzouq.");
        assertThat(page.hasForm(path + "/completion")).isFalse();
        assertThat(town.wanjiru.signedIn().get(path + "/cancellation").hasForm(path + "/cancellation")).isFalse();
        assertThat(town.wanjiru.signedIn().get(path + "/change").hasForm(path + "/change")).isTrue();
    }

    @Test
    void the_supervisor_settles_it_on_the_page_of_open_steps() {
        var open = file.path() + "/activities/open";
        var step = "step-" + one(REVIEW).id();
        assertThat(town.leila.signedIn().fill(open, open, step, "done").status()).isEqualTo(303);
        assertThat(done(REVIEW).doneBy()).isEqualTo(leila.person());
        var settled = done(REVIEW);
        assertRefused(() -> activities.undo(wanjiru, file.code(), settled.id(), op(settled.version())));
    }

    private static void assertRefused(ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_YOURS));
    }
}
