package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.TypedAnswers;
import org.haki.Visitor;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.forms.Node;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A case that plans itself and that asks something before it closes, led by another organisation until it is closed. */
@HakiTest
class LeadTimelineTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");
    private static final Pattern STEP = Pattern.compile("name=\"(step-[0-9a-f-]{36})\"");
    private static final String ASKED = "The agreement has no date yet.";

    @Autowired ApplicationContext haki;
    @Autowired TypedAnswers answers;

    private Town town;
    private Visitor wanjiru;
    private Visitor sushila;
    private String path;
    private String window;

    @BeforeEach
    void a_led_case() {
        town = Town.in(haki);
        town.inOneNetwork();
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "housing", Op.own());
        wanjiru = town.wanjiru.signedIn();
        sushila = town.sushila.signedIn();
        path = wanjiru.get("/cases/new?type=housing").form("/cases").send("name", "Hodan Warsame", "ageGroup", "adult", "services", "given",
                "reporting", "refused", "method", "signature").location().replaceAll("(/sheet/|[?]).*", "");
        wanjiru.fill(path + "/referrals/new", path + "/referrals", "to", town.northgate.id().toString(), "kind", "lead", "urgency", "urgent",
                "story", "whole", "show", "identity", "consent", "now", "method", "verbal_phone", "byWhom", "self");
        window = found(SHARED, sushila.get("/shared").body()).getFirst();
        sushila.fill(window, window + "/acceptance");
    }

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

    private void propose() {
        assertThat(sushila.fill(window + "/closing", window + "/closing", "outcome", "stays", "reason", "completed", "serviceLevel", "negotiation",
                "toldReturn", "yes", "keptYears", "7").status()).isEqualTo(303);
    }

    private void signed() {
        answers.put(file(), Node.of("agreement", List.of(Node.of("signed_on", (Object) Town.today().minusDays(1)))));
    }

    private CaseFile file() {
        return haki.getBean(Work.class).as(town.wanjiru.actor(), "case.see",
                () -> haki.getBean(CaseFiles.class).open(town.wanjiru.actor(), path.substring("/cases/".length())));
    }

    /** The others repeat: nobody has to settle them. */
    private void settleTheFirst() {
        settleTheFirst("reached");
    }

    private void settleTheFirst(String result) {
        var steps = found(STEP, sushila.get(window + "/activities/open").body());
        assertThat(sushila.fill(window + "/activities/open", window + "/activities/open", steps.getFirst(), result).status()).isEqualTo(303);
    }

    /** What is planned, without what was done. */
    private static String plan(Visitor visitor, String page) {
        var body = visitor.get(page).body();
        int from = body.indexOf("id=\"plan\"");
        int until = body.indexOf("<details", from);
        return body.substring(from, until < 0 ? body.indexOf("</section>", from) : until);
    }

    private static List<String> found(Pattern pattern, String body) {
        var found = pattern.matcher(body).results().map(one -> one.group(1)).toList();
        assertThat(found).isNotEmpty();
        return found;
    }
}
