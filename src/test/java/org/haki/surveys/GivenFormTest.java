package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.xlsform.XlsxFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A form that an organisation gives to another of its network: a copy, taken as a draft, without anything that was filled in. */
@HakiTest
class GivenFormTest {

    private static final String TAKEN = "/settings/given-forms/";

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor tomasz;
    private Visitor nadia;
    private String form;

    @BeforeEach
    void two_organisations_and_a_form() {
        town = Town.in(haki);
        tomasz = town.tomasz.signedIn();
        nadia = town.nadia.signedIn();
        form = new OwnForms(tomasz).published(OwnForms.HOME.replace("| | text | village | Village | Aldea | | | | |",
                "| | select_one_from_file villages.csv | village | Village | Aldea | | | | |"));
    }

    @Test
    void nobody_gives_to_an_organisation_of_no_network_and_nobody_takes_what_was_given_to_another() {
        assertThat(tomasz.get(form).text()).doesNotContain("Give a copy");
        var page = tomasz.get(form).form(form + "/use").to(form + "/copies");
        assertThat(page.send("organisation", town.northgate.id().toString()).status()).as("they are in no network").isEqualTo(404);
        town.inOneNetwork();
        assertThat(page.send("op", UUID.randomUUID().toString(), "organisation", UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(town.wanjiru.signedIn().get(OwnForms.PATH).status()).isEqualTo(403);
        give();
        var gift = gift();
        for (var other : List.of(tomasz, town.nadia.signedIn())) {
            assertThat(other.get(OwnForms.PATH).text().contains("Given to you")).isEqualTo(other != tomasz);
        }
        assertThat(tomasz.get(form).form(form + "/use").to(TAKEN + gift).send().status()).as("the giver itself").isEqualTo(404);
        assertThat(tomasz.get(form).form(form + "/use").to(TAKEN + gift + "/end").send().status()).isEqualTo(404);
    }

    @Test
    void a_copy_is_taken_as_a_draft_with_its_files_and_is_the_takers_own_from_then_on() {
        town.inOneNetwork();
        var file = tomasz.get(form).form(form + "/files").upload("file", "villages.csv", "text/csv", "name,label\nk,Kibra\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.status()).isEqualTo(303);
        var newer = new OwnForms(tomasz).upload(form, form + "/draft", "newer.xlsx", XlsxFile.of(OwnForms.HOME.replace("| home | 1 |", "| home | 2 |")
                .replace("| | text | village | Village | Aldea | | | | |", "| | select_one_from_file villages.csv | village | Village | Aldea | | | | |")).bytes());
        assertThat(newer.status()).isEqualTo(303);
        assertThat(tomasz.fill(form, form + "/versions").status()).isEqualTo(303);
        give();
        var waiting = nadia.get(OwnForms.PATH);
        assertThat(waiting.text()).contains("Given to you", "Needs at home", "Riverbend");
        var take = waiting.form(TAKEN + gift());
        var taken = take.send();
        assertThat(taken.status()).as(taken.text()).isEqualTo(303);
        assertThat(take.send().location()).as("a second click").isEqualTo(taken.location());
        var draft = taken.next();
        assertThat(draft.text()).contains("Waiting to be published", "villages.csv Here");
        var own = taken.location().replaceAll("\\?.*", "");
        assertThat(nadia.get(own + "/preview").text()).contains("Kibra");
        assertThat(nadia.fill(own, own + "/versions").status()).isEqualTo(303);
        assertThat(tomasz.get(own).status()).as("it is theirs").isEqualTo(404);
        assertThat(nadia.get(OwnForms.PATH).text()).doesNotContain("Given to you");
        give();
        var again = nadia.get(OwnForms.PATH).form(TAKEN + gift()).send();
        assertThat(again.status()).as("the same version again").isEqualTo(422);
        assertThat(again.text()).contains("was published before");
        assertThat(nadia.fill(OwnForms.PATH, TAKEN + gift() + "/end").status()).isEqualTo(303);
        assertThat(nadia.get(OwnForms.PATH).text()).doesNotContain("Given to you");
    }

    private void give() {
        var given = tomasz.fill(form, form + "/copies", "organisation", town.northgate.id().toString());
        assertThat(given.status()).as(given.text()).isEqualTo(303);
    }

    private String gift() {
        return nadia.get(OwnForms.PATH).forms().stream().map(one -> one.action()).filter(action -> action.matches(TAKEN + "[0-9a-f-]{36}")).findFirst()
                .orElseThrow().substring(TAKEN.length());
    }
}
