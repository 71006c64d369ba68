package org.haki.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Networks;
import org.haki.access.Partner;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An organisation asks to join, is let in by the keeper, and sets itself up; or is declined, or suspended later. */
@HakiTest
class JoinTest {

    private static final String[] HILLTOP = {
        "organisation", "Hilltop Legal Aid", "does", "We advise tenants and women", "region", "NP", "area", "Bagmati", "offices", "3",
        "name", "Sita Lama", "email", "sita@example.org"
    };

    @Autowired
    ApplicationContext haki;

    Town town;
    String join;
    Visitor tomasz;

    @BeforeEach
    void aNetwork() {
        town = Town.in(haki);
        join = "/join/" + town.riverbend.slug();
    }

    @Test
    void where_nobody_keeps_a_network_nobody_asks_to_join() {
        assertThat(town.stranger().get(join).status()).isEqualTo(404);
        town.inOneNetwork();
        assertThat(town.stranger().get(join).status()).isEqualTo(200);
        assertThat(town.stranger().get("/join/" + town.northgate.slug()).status()).as("not the keeper").isEqualTo(404);
    }

    @Test
    void a_request_with_gaps_comes_back_as_typed() {
        town.inOneNetwork();
        var answer = town.stranger().fill(join, join, "organisation", "Hilltop Legal Aid", "offices", "many");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"Hilltop Legal Aid\"").contains("value=\"many\"");
        assertThat(answer.text()).contains("Choose the country", "Give an e-mail address or a telephone number");
        assertThat(town.stranger().get(join + "?l=es").text()).contains("Pedir la entrada", "Afganistán");
        assertThat(keeper().get("/settings/network").text()).contains("Nobody waits");
    }

    @Test
    void only_the_administrator_of_the_keeper_reads_and_decides_a_request() {
        town.inOneNetwork();
        assertThat(asked(HILLTOP).text()).contains("Your request has arrived");
        var request = request();
        for (var person : new Town.Person[] {town.leila, town.fatou, town.wanjiru, town.ines}) {
            assertThat(person.signedIn().get(request).status()).as(person.signInName()).isEqualTo(403);
        }
        var nadia = town.nadia.signedIn();
        assertThat(nadia.get(request).status()).as("administrator of another member").isEqualTo(404);
        assertThat(nadia.get("/settings/network").text()).doesNotContain("Hilltop").contains("Riverbend Helpline keeps");
        var elsewhere = Town.in(haki);
        elsewhere.inOneNetwork();
        assertThat(elsewhere.tomasz.signedIn().get(request).status()).as("keeper of another network").isEqualTo(404);
        assertThat(keeper().get(request).text()).contains("Sita Lama", "We advise tenants and women", "Bagmati", "Nepal");
        assertThat(Everything.in(haki).mailsTo(town.tomasz.signInName())).containsExactly("join_asked /settings/network");
    }

    @Test
    void what_was_written_lies_sealed() {
        town.inOneNetwork();
        asked(HILLTOP);
        for (var word : new String[] {"Hilltop Legal Aid", "advise tenants", "Sita Lama", "sita@example.org"}) {
            assertThat(Everything.in(haki).holds(word)).doesNotContain("hub.join_request");
            assertThat(Everything.in(haki).holds(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)))).as(word + " as bytes").isEmpty();
        }
    }

    @Test
    void the_same_request_sent_twice_counts_once_and_a_machines_is_kept_apart() {
        town.inOneNetwork();
        var form = town.stranger().get(join).form(join);
        var fields = form.with(HILLTOP);
        form.sendWith(fields);
        form.sendWith(fields);
        asked("organisation", "Buy Now", "does", "Pills", "region", "NP", "offices", "1", "name", "X", "phone", "1", "topic", "spam");
        var page = keeper().get("/settings/network");
        assertThat(page.text()).contains("One that may come from a machine", "Buy Now").containsOnlyOnce("Hilltop Legal Aid");
    }

    @Test
    void over_the_cap_a_request_is_asked_for_work_and_kept_apart_without_it() {
        town.inOneNetwork();
        var village = town.stranger().from("127.9.0.1");
        for (int i = 0; i < 10; i++) {
            assertThat(village.fill(join, join, HILLTOP).status()).isEqualTo(200);
        }
        assertThat(village.get(join).body()).contains("data-work");
        assertThat(village.fill(join, join, HILLTOP).status()).isEqualTo(200);
        assertThat(keeper().get("/settings/network").text()).contains("One that may come from a machine");
        assertThat(village.get("/report/" + town.riverbend.slug()).body()).as("reports have a cap of their own").doesNotContain("data-work");
    }

    @Test
    void an_approved_organisation_sets_itself_up_and_is_a_partner() {
        town.inOneNetwork();
        asked(HILLTOP);
        var request = request();
        var keeper = keeper();
        var form = keeper.get(request).form(request + "/approval");
        assertThat(form.value("zone")).as("known from the country").isEqualTo("Asia/Katmandu");
        var wrong = form.send("office", "", "signInName", "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(form.send("office", "Thamel", "signInName", town.sushila.signInName()).text()).contains("Somebody signs in with this name already");
        var signInName = "sita-" + UUID.randomUUID().toString().substring(0, 8);
        var fields = keeper.get(request).form(request + "/approval").with("office", "Thamel", "signInName", signInName);
        var shown = form.sendWith(fields);
        assertThat(shown.text()).contains("A one-time code", "Sita Lama, Hilltop Legal Aid");
        assertThat(form.sendWith(fields).location()).as("sent twice: founded once, and no second code").isEqualTo("/settings/network");
        var code = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}").matcher(shown.text());
        assertThat(code.find()).isTrue();
        var sita = town.stranger();
        assertThat(sita.fill("/welcome", "/welcome", "name", signInName, "code", code.group()).location()).isEqualTo("/welcome/password");
        assertThat(Everything.in(haki).mailsTo(signInName)).containsExactly("account_ready /welcome");
        var networks = haki.getBean(Networks.class);
        var partners = haki.getBean(Work.class).as(town.leila.actor(), "me.see", () -> networks.partners(town.leila.actor()));
        assertThat(partners).extracting(Partner::name).containsExactly("Hilltop Legal Aid", town.northgate.name());
        assertThat(keeper.get(request).text()).contains("approved");
    }

    @Test
    void a_declined_request_is_kept_with_its_reason_and_not_decided_again() {
        town.inOneNetwork();
        asked(HILLTOP);
        var request = request();
        var keeper = keeper();
        var page = keeper.get(request);
        assertThat(page.form(request + "/refusal").send("reason", " ").status()).isEqualTo(422);
        assertThat(page.form(request + "/refusal").send("reason", "Not registered").status()).isEqualTo(303);
        assertThat(keeper.get(request).text()).contains("declined", "Not registered");
        assertThat(page.form(request + "/approval").send("office", "Thamel", "signInName", "sita", "zone", "Asia/Kathmandu").location())
                .isEqualTo("/settings/network");
    }

    @Test
    void people_of_a_suspended_organisation_are_out_at_once_until_it_is_reinstated() {
        town.inOneNetwork();
        var sushila = town.sushila.signedIn();
        assertThat(sushila.get("/today").status()).isEqualTo(200);
        var member = "/settings/network/members/" + town.northgate.id();
        assertThat(town.nadia.signedIn().get(member).status()).isEqualTo(404);
        var keeper = keeper();
        assertThat(keeper.get("/settings/network/members/" + town.riverbend.id()).forms()).as("not itself")
                .noneMatch(form -> form.action().contains("suspension"));
        assertThat(keeper.fill(member, member + "/suspension", "reason", "").status()).isEqualTo(422);
        assertThat(keeper.fill(member, member + "/suspension", "reason", "Its licence ended").status()).isEqualTo(303);
        assertThat(sushila.get("/today").location()).startsWith("/sign-in");
        assertThat(town.stranger().fill("/sign-in", "/sign-in", "name", town.sushila.signInName(), "password", town.sushila.password()).status())
                .isEqualTo(422);
        assertThat(keeper.get(member).text()).contains("Its licence ended");
        var desk = town.stranger().get("/report/" + town.northgate.slug());
        assertThat(desk.status()).isEqualTo(200);
        assertThat(desk.text()).contains("closed for now", town.riverbend.name());
        assertThat(town.stranger().post("/report/" + town.northgate.slug(), "words", "Help", "age", "adult", "reach", "none").text())
                .contains("was not sent");
        assertThat(keeper.fill(member, member + "/reinstatement").status()).isEqualTo(303);
        assertThat(town.sushila.signedIn().get("/today").status()).isEqualTo(200);
        assertThat(town.stranger().get("/report/" + town.northgate.slug()).body()).contains("name=\"words\"");
    }

    private Page asked(String... fields) {
        return town.stranger().fill(join, join, fields);
    }

    private Visitor keeper() {
        if (tomasz == null) {
            tomasz = town.tomasz.signedIn();
        }
        return tomasz;
    }

    private String request() {
        var found = Pattern.compile("/settings/network/requests/[0-9a-f-]{36}").matcher(keeper().get("/settings/network").body());
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
