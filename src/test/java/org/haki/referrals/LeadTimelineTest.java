package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Visitor;
import org.junit.jupiter.api.Test;

/** A case that plans itself and that asks something before it closes, led by another organisation until it is closed. */
@HakiTest
class LeadTimelineTest extends LeadScene {

    private static final String ASKED = "The agreement has no date yet.";

    @Test
    void a_lead_is_asked_what_the_type_and_the_open_steps_ask_in_the_same_sentences() {
        var hers = sushila.get(window + "/closing");
        assertThat(hers.text()).contains(ASKED).contains("One step is still open");
        assertThat(hers.hasForm(window + "/closing")).isFalse();
        settleTheFirst();
        assertThat(sushila.get(window + "/closing").text()).contains(ASKED).doesNotContain("still open");
        signed();
        assertThat(sushila.get(window + "/closing").text()).doesNotContain(ASKED);
    }

    @Test
    void what_was_undone_while_she_wrote_is_asked_when_she_proposes() {
        signed();
        settleTheFirst();
        var form = sushila.get(window + "/closing").form(window + "/closing");
        answers.put(file());
        var back = form.send("outcome", "stays", "reason", "completed", "serviceLevel", "negotiation", "toldReturn", "yes");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.text()).contains(ASKED);
        assertThat(wanjiru.get(path).text()).doesNotContain("proposed closing");
    }

    @Test
    void what_she_does_moves_the_plan_at_once_and_the_next_step_is_hers() {
        settleTheFirst();
        var before = plan(sushila, window);
        settleTheFirst("same");
        assertThat(plan(sushila, window)).as("the next time").contains("Ask how it goes").isNotEqualTo(before);
        assertThat(plan(wanjiru, path)).contains("Ask how it goes").contains(", Northgate Legal Aid");
        assertThat(wanjiru.get("/today").body()).doesNotContain(path + "/activities/");
        assertThat(town.ines.signedIn().get(path + "/openings").text()).contains("Followed its timeline after its lead");
    }

    @Test
    void what_was_interrupted_is_followed_by_the_routine() {
        settleTheFirst();
        var followUp = Everything.in(haki);
        followUp.pass("update haki.activity set state = 'cancelled', reason = 'no_longer_applies' where org_id = :org and step = 'check_back'", town.riverbend);
        assertThat(plan(sushila, window)).doesNotContain("Ask how it goes");
        followUp.pass("insert into hub.plan_behind (org_id, case_id) select org_id, id from haki.case_file where org_id = :org", town.riverbend);
        haki.getBean(ReferralRoutine.class).look(town.riverbendSystem());
        assertThat(plan(sushila, window)).contains("Ask how it goes");
        assertThat(followUp.count("select count(*) from hub.plan_behind where org_id = :org", town.riverbend)).isZero();
    }

    @Test
    void what_repeats_ends_when_the_lead_proposes_and_what_begins_with_it_is_hers_until_the_check() {
        signed();
        settleTheFirst();
        assertThat(plan(sushila, window)).doesNotContain("Say goodbye");
        propose();
        assertThat(plan(sushila, window)).doesNotContain("Ask how it goes").as("what begins with a closing").contains("Say goodbye");
        assertThat(sushila.fill(window + "/closing", window + "/closing/withdrawal").status()).isEqualTo(303);
        assertThat(plan(sushila, window)).doesNotContain("Say goodbye");
        propose();
        assertThat(town.leila.signedIn().fill(path + "/verification", path + "/verification", "result", "confirmed", "spokenWith", "client").status())
                .isEqualTo(303);
        assertThat(plan(wanjiru, path)).doesNotContain("Ask how it goes").contains("Say goodbye").doesNotContain(", Northgate Legal Aid");
    }

    /** What is planned, without what was done. */
    private static String plan(Visitor visitor, String page) {
        var body = visitor.get(page).body();
        int from = body.indexOf("id=\"plan\"");
        int until = body.indexOf("<details", from);
        return body.substring(from, until < 0 ? body.indexOf("</section>", from) : until);
    }
}
