package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.kernel.Op;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who offers what, where, for whom: each organisation keeps its own lines, the network reads them. */
@HakiTest
class DirectoryTest {

    @Autowired
    ApplicationContext haki;

    @Autowired
    Directory directory;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
    }

    @Test
    void only_administrators_and_supervisors_keep_the_lines() {
        for (var person : List.of(town.fatou, town.wanjiru, town.ines)) {
            var visitor = person.signedIn();
            assertThat(visitor.get("/settings/services").status()).as(person.signInName()).isEqualTo(403);
            assertThat(visitor.get("/directory").status()).as(person.signInName()).isEqualTo(200);
        }
        assertThat(town.leila.signedIn().get("/settings/services").status()).isEqualTo(200);
        assertThat(town.tomasz.signedIn().get("/settings/services").status()).isEqualTo(200);
        assertThat(town.stranger().get("/directory").location()).startsWith("/sign-in");
    }

    @Test
    void nobody_outside_the_network_finds_a_line() {
        town.inOneNetwork();
        var elsewhere = Town.in(haki);
        elsewhere.inOneNetwork();
        offer(town.prem, "kind", "shelter", "areas", "Hilltop");
        assertThat(elsewhere.wanjiru.signedIn().get("/directory").text()).doesNotContain("Hilltop");
        assertThat(directory.offers(elsewhere.leila.actor(), "shelter", null)).isEmpty();
        assertThat(directory.offers(Town.in(haki).leila.actor(), null, null)).as("in no network").isEmpty();
        assertThat(town.wanjiru.signedIn().get("/directory").text()).contains("Hilltop", "Northgate Legal Aid");
    }

    @Test
    void another_organisations_line_cannot_be_changed() {
        town.inOneNetwork();
        offer(town.prem, "kind", "shelter");
        var theirs = "/settings/services/" + directory.own(town.prem.actor()).getFirst().id();
        offer(town.leila, "kind", "cash");
        var leila = town.leila.signedIn();
        var ours = "/settings/services/" + directory.own(town.leila.actor()).getFirst().id();
        var form = leila.get(ours).form(ours);
        assertThat(leila.get(theirs).status()).isEqualTo(404);
        assertThat(new Page.Form(leila, theirs, form.fields()).send("kind", "cash").status()).isEqualTo(404);
        assertThat(new Page.Form(leila, theirs + "/end", form.fields()).send().status()).isEqualTo(404);
        assertThat(directory.own(town.prem.actor())).extracting(ServiceOffer::kind).containsExactly("shelter");
    }

    @Test
    void what_is_not_a_service_or_names_a_stranger_comes_back_as_typed() {
        var leila = town.leila.signedIn();
        var form = leila.get("/settings/services/new").form("/settings/services");
        var wrong = form.send("kind", "magic", "areas", "Riverbend", "focal", town.sushila.id().toString());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Choose one of these", "Choose somebody who works here");
        assertThat(wrong.body()).contains("Riverbend");
        assertThat(directory.own(town.leila.actor())).isEmpty();
    }

    @Test
    void a_line_is_found_by_kind_and_by_area() {
        town.inOneNetwork();
        offer(town.prem, "kind", "shelter", "areas", "Hilltop, Valley", "audience", "women", "focal", town.sushila.id().toString());
        offer(town.prem, "kind", "shelter", "areas", "Coast");
        offer(town.leila, "kind", "legal_advice", "areas", "");
        var wanjiru = town.wanjiru.signedIn();
        var found = wanjiru.get("/directory?kind=shelter&area=hill").text();
        assertThat(found).contains("Hilltop, Valley", "women", "Sushila Rai").doesNotContain("Coast");
        assertThat(wanjiru.get("/directory?area=coast").text()).as("everywhere is here, too").contains("Coast", "everywhere");
        assertThat(wanjiru.get("/directory?kind=cash").text()).contains("Nobody offers this here");
        assertThat(directory.offers(town.leila.actor(), "shelter", "valley")).singleElement().satisfies(one -> {
            assertThat(one.organisation()).isEqualTo(town.northgate.name());
            assertThat(one.focal()).isEqualTo(town.sushila.id());
            assertThat(one.audience()).containsExactly("women");
        });
    }

    @Test
    void lines_of_a_suspended_organisation_are_not_found() {
        town.inOneNetwork();
        offer(town.prem, "kind", "shelter");
        haki.getBean(Networks.class).suspend(town.tomasz.actor(), town.northgate.id(), "Unpaid", Op.own());
        assertThat(directory.offers(town.leila.actor(), null, null)).isEmpty();
    }

    @Test
    void more_than_a_page_is_read_page_by_page_and_each_line_once() {
        for (int i = 0; i < DirectoryPage.SIZE + 3; i++) {
            directory.add(town.leila.actor(), new ServiceOfferForm("other", "Place {" + i + "}", null, null, "", "", "yes"), Op.own());
        }
        var wanjiru = town.wanjiru.signedIn();
        var first = wanjiru.get("/directory?kind=other&area=Place%20%7B");
        assertThat(rows(first)).isEqualTo(DirectoryPage.SIZE);
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first.body());
        assertThat(next.find()).isTrue();
        var second = wanjiru.get(next.group(1).replace("&amp;", "&"));
        assertThat(rows(second)).isEqualTo(3);
        assertThat(second.text()).contains("To the beginning").doesNotContain("Place {0}");
    }

    @Test
    void a_line_changed_meanwhile_is_not_overwritten_and_one_taken_out_is_gone() {
        offer(town.leila, "kind", "shelter");
        var path = "/settings/services/" + directory.own(town.leila.actor()).getFirst().id();
        var leila = town.leila.signedIn();
        var old = leila.get(path).form(path);
        assertThat(leila.fill(path, path, "kind", "cash").status()).isEqualTo(303);
        assertThat(old.send("kind", "health", "op", UUID.randomUUID().toString()).status()).isEqualTo(409);
        assertThat(directory.own(town.leila.actor())).extracting(ServiceOffer::kind).containsExactly("cash");
        assertThat(leila.fill(path, path + "/end").status()).isEqualTo(303);
        assertThat(directory.own(town.leila.actor())).isEmpty();
    }

    private static long rows(Page page) {
        return page.body().split("<th scope=\"row\">", -1).length - 1;
    }

    private static void offer(Town.Person who, String... fields) {
        var visitor = who.signedIn();
        var sent = visitor.fill("/settings/services/new", "/settings/services", fields);
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    }
}
