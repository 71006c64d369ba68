package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Organisations;
import org.haki.cases.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Northgate, which leads Asha's case, leaves the network that Riverbend keeps. */
@HakiTest
class LeaveNetworkTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");
    private static final String LEAVING = "/settings/network/leaving";

    @Autowired ApplicationContext haki;

    private Town town;
    private CaseFile asha;
    private Visitor wanjiru;
    private Visitor sushila;

    @BeforeEach
    void a_led_case() {
        town = Town.in(haki);
        town.inOneNetwork();
        asha = CaseStory.in(haki, town).urgency("urgent").open();
        wanjiru = town.wanjiru.signedIn();
        sushila = town.sushila.signedIn();
    }

    @Test
    void only_an_administrator_leaves_and_never_the_keeper() {
        assertThat(sushila.get(LEAVING).status()).isEqualTo(403);
        var keeper = town.tomasz.signedIn();
        assertThat(keeper.get("/settings/network").body()).doesNotContain(LEAVING);
        assertThat(keeper.get(LEAVING).status()).isEqualTo(404);
        var form = town.nadia.signedIn().get(LEAVING).form(LEAVING);
        assertThat(keeper.post(LEAVING, "_csrf", keeper.get("/me").form("/me").value("_csrf"), "op", form.value("op")).status()).isEqualTo(404);
        assertThat(count("select count(*) from hub.organisation where id = :org and network_id is null")).isZero();
    }

    @Test
    void whoever_keeps_no_network_renames_none_and_a_name_is_needed() {
        var nadia = town.nadia.signedIn();
        assertThat(nadia.get("/settings/network").body()).doesNotContain("/settings/network/name");
        assertThat(nadia.post("/settings/network/name", "_csrf", nadia.get("/me").form("/me").value("_csrf"), "op", nadia.get(LEAVING).form(LEAVING).value("op"),
                "name", "Ours").status()).isEqualTo(404);
        var keeper = town.tomasz.signedIn();
        assertThat(keeper.fill("/settings/network", "/settings/network/name", "name", " ").text()).contains("A network needs a name");
        assertThat(keeper.fill("/settings/network", "/settings/network/name", "name", "Two rivers").status()).isEqualTo(303);
        assertThat(keeper.get("/settings/network").text()).contains("Two rivers");
        assertThat(nadia.get("/settings/network").text()).contains("Two rivers");
    }

    @Test
    void what_was_open_both_ways_ends_with_it_and_both_sides_are_told() {
        var window = led();
        var nadia = town.nadia.signedIn();
        assertThat(nadia.get(LEAVING).text()).contains("or let you see, in one case").contains("You lead one of them").contains("They see no case of yours now");
        assertThat(nadia.fill(LEAVING, LEAVING).status()).isEqualTo(303);
        assertThat(nadia.get("/settings/network").text()).contains("works on its own here");
        assertThat(nadia.get(LEAVING).status()).isEqualTo(404);
        assertThat(sushila.get(window).text()).contains("This has ended.").contains("The organisations work together no more").contains(town.riverbend.name())
                .doesNotContain("Asha Thapa");
        assertThat(sushila.get(window + "/closing").status()).isEqualTo(409);
        assertThat(wanjiru.get("/today").body()).contains(asha.path() + "/activities/");
        assertThat(wanjiru.get(asha.path() + "/referrals").text()).contains("The organisations work together no more").contains(town.northgate.name());
        assertThat(count("select count(*) from hub.window_wrap x join hub.case_window w on w.id = x.window_id where w.to_org = :org and x.key_id <> w.own_key_id"))
                .as("keys that were lent").isZero();
        for (int i = 0; i < 2; i++) {
            haki.getBean(ReferralRoutine.class).look(town.riverbendSystem());
            haki.getBean(ReferralRoutine.class).look(haki.getBean(Organisations.class).system(town.northgate.id()));
        }
        assertThat(Everything.in(haki).mailsTo(town.wanjiru.signInName())).filteredOn(mail -> mail.startsWith("referral_ended")).hasSize(1);
        assertThat(Everything.in(haki).mailsTo(town.sushila.signInName())).filteredOn(mail -> mail.startsWith("window_ended")).hasSize(1);
    }

    @Test
    void afterwards_neither_is_asked_and_each_keeps_reading_the_others_name() {
        led();
        town.nadia.signedIn().fill(LEAVING, LEAVING);
        var form = wanjiru.get(asha.path() + "/referrals/new");
        assertThat(form.body()).doesNotContain(town.northgate.id().toString());
        assertThat(ask()).as("whatever is sent").isEqualTo(422);
        assertThat(town.tomasz.signedIn().get("/settings/network").text()).doesNotContain(town.northgate.name());
        assertThat(wanjiru.get(asha.path() + "/referrals").text()).contains(town.northgate.name());
    }

    private String led() {
        assertThat(ask()).isEqualTo(303);
        var found = SHARED.matcher(sushila.get("/shared").body());
        assertThat(found.find()).isTrue();
        assertThat(sushila.fill(found.group(1), found.group(1) + "/acceptance").status()).isEqualTo(303);
        return found.group(1);
    }

    private int ask() {
        return wanjiru.fill(asha.path() + "/referrals/new", asha.path() + "/referrals", "to", town.northgate.id().toString(), "kind", "lead",
                "urgency", "urgent", "story", "whole", "show", "identity", "consent", "now", "method", "verbal_phone", "byWhom", "self").status();
    }

    private int count(String sql) {
        return Everything.in(haki).count(sql, town.northgate);
    }
}
