package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.access.Organisations;
import org.junit.jupiter.api.Test;

/** A lead that ends in the middle of things, however it ends: nothing that was planned for her stays hidden. */
@HakiTest
class LeadEndsTest extends LeadScene {

    private static final String NOT_NOW = "This cannot be done now";

    @Test
    void a_consent_that_ran_out_ends_what_she_may_do_at_once_and_the_work_is_the_owners_by_the_routine() {
        var form = sushila.get(window + "/activities/new").form(window + "/activities/new");
        Everything.in(haki).pass("update hub.case_window set until = now() - interval '1 minute' where owner_org = :org", town.riverbend);
        assertThat(form.send("kind", "visit", "title", "Go with her", "day", "2027-01-15").status()).isEqualTo(409);
        assertThat(sushila.get(window + "/activities/new").text()).contains(NOT_NOW);
        assertThat(sushila.get(window).text()).contains("This has ended.").contains("The time she agreed to is over")
                .doesNotContain("A colleague took this on").doesNotContain("First talk");
        look();
        itIsTheOwners("The time she agreed to is over");
    }

    @Test
    void a_suspended_lead_is_out_and_the_work_is_the_owners_at_once_also_when_it_is_let_in_again() {
        var keeper = town.tomasz.signedIn();
        var member = "/settings/network/members/" + town.northgate.id();
        assertThat(keeper.fill(member, member + "/suspension", "reason", "Its licence ended").status()).isEqualTo(303);
        assertThat(sushila.get(window).status()).as("signed out").isEqualTo(303);
        itIsTheOwners("The organisation is suspended");
        assertThat(keeper.fill(member, member + "/reinstatement").status()).isEqualTo(303);
        var again = town.sushila.signedIn();
        assertThat(again.get(window).text()).contains("This has ended.").doesNotContain("First talk");
        assertThat(again.get(window + "/closing").status()).isEqualTo(409);
        look();
        look();
        assertThat(Everything.in(haki).mailsTo(town.wanjiru.signInName())).filteredOn(mail -> mail.startsWith("referral_ended")).as("told once").hasSize(1);
    }

    @Test
    void a_lead_that_was_taken_back_is_told_so_once() {
        revoke();
        itIsTheOwners("No longer needed");
        assertThat(sushila.get(window + "/closing").text()).contains(NOT_NOW);
        assertThat(town.prem.signedIn().get(window + "/closing").status()).as("a colleague never led").isEqualTo(404);
        var northgate = haki.getBean(Organisations.class).system(town.northgate.id());
        haki.getBean(ReferralRoutine.class).look(northgate);
        haki.getBean(ReferralRoutine.class).look(northgate);
        assertThat(Everything.in(haki).mailsTo(town.sushila.signInName())).filteredOn(mail -> mail.startsWith("window_ended")).hasSize(1);
    }

    @Test
    void a_proposal_stays_when_its_lead_ends_and_what_began_with_it_is_the_owners() {
        proposed();
        revoke();
        assertThat(wanjiru.get(path).text()).contains("Say goodbye");
        nothingIsTheirs();
        assertThat(sushila.get(window + "/closing").status()).isEqualTo(409);
        assertThat(wanjiru.fill(path + "/closing", path + "/closing/withdrawal").status()).isEqualTo(303);
    }

    @Test
    void a_case_is_closed_although_whoever_proposed_it_is_suspended_by_now() {
        proposed();
        Everything.in(haki).suspend(town.northgate);
        var answer = town.leila.signedIn().fill(path + "/verification", path + "/verification", "result", "confirmed", "spokenWith", "client");
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(wanjiru.get(path).text()).contains("Closed");
        Everything.in(haki).reinstate(town.northgate);
    }

    @Test
    void opened_again_the_case_is_the_owners_and_a_lead_is_asked_anew() {
        proposed();
        assertThat(town.leila.signedIn().fill(path + "/verification", path + "/verification", "result", "confirmed", "spokenWith", "client").status()).isEqualTo(303);
        assertThat(wanjiru.fill(path + "/reopening", path + "/reopening", "reason", "came_back").status()).isEqualTo(303);
        assertThat(wanjiru.get(path).text()).doesNotContain("Led by");
        nothingIsTheirs();
        assertThat(sushila.get(window + "/activities/new").status()).isEqualTo(409);
        assertThat(sushila.get(window).text()).doesNotContain("Hodan");
        assertThat(ask()).isEqualTo(303);
        var anew = found(SHARED, sushila.get("/shared").body()).getFirst();
        assertThat(anew).isNotEqualTo(window);
        assertThat(sushila.fill(anew, anew + "/acceptance").status()).isEqualTo(303);
        assertThat(sushila.get(anew + "/activities/new").status()).isEqualTo(200);
    }

    /** Wanjiru finds it on Today, and the reason where she asked. */
    private void itIsTheOwners(String why) {
        assertThat(wanjiru.get("/today").body()).contains(path + "/activities/");
        assertThat(wanjiru.get(path).text()).contains("First talk").doesNotContain("Led by").doesNotContain(", Northgate Legal Aid");
        assertThat(wanjiru.get(path + "/referrals").text()).contains(why);
        nothingIsTheirs();
    }

    private void nothingIsTheirs() {
        assertThat(Everything.in(haki).count("select count(*) from haki.activity where org_id = :org and assignee_org is not null and state = 'planned'",
                town.riverbend)).isZero();
    }

    private void proposed() {
        signed();
        settleTheFirst();
        propose();
    }

    private void revoke() {
        var page = wanjiru.get(path + "/referrals");
        var action = found(Pattern.compile("action=\"([^\"]+/revocation)\""), page.body()).getFirst();
        assertThat(page.form(action).send("reason", "no_longer_needed").status()).isEqualTo(303);
    }

    private void look() {
        haki.getBean(ReferralRoutine.class).look(town.riverbendSystem());
    }
}
