package org.haki.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A public page that asks with a form of the organisation's own: without script, without a cookie; the answers are a report as every other. */
@HakiTest
class OwnPublicFormTest {

    private static final String EVICTED = """
            | survey |
            | | type | name | label::English (en) | label::Español (es) | required | relevant |
            | | select_one what | what | What happened with your home? | ¿Qué pasó con su casa? | yes | |
            | | text | who | Who put you out? | ¿Quién la sacó? | | ${what} = 'put_out' |
            | choices |
            | | list_name | name | label::English (en) | label::Español (es) |
            | | what | put_out | We were put out | Nos sacaron |
            | | what | threat | We are threatened | Nos amenazan |
            | settings |
            | | form_title | form_id | version | default_language |
            | | Homes | homes | 1 | English (en) |
            """;

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Everything everything;
    private String report;
    private String kept;

    @BeforeEach
    void a_page_with_its_own_questions() {
        town = Town.in(haki);
        everything = Everything.in(haki);
        report = "/report/" + town.riverbend.slug();
        var tomasz = town.tomasz.signedIn();
        kept = new OwnForms(tomasz).published(EVICTED);
        assertThat(tomasz.fill(kept, kept + "/use", "use", "public").status()).isEqualTo(303);
    }

    @Test
    void a_form_with_pictures_is_none_for_the_public_page() {
        var tomasz = town.tomasz.signedIn();
        var photo = new OwnForms(tomasz).published(EVICTED.replace("| homes | 1 |", "| photos | 1 |").replace("| | text | who |", "| | image | house | House | Casa | | |\n| | text | who |"));
        assertThat(tomasz.fill(photo, photo + "/use", "use", "public").status()).isEqualTo(422);
    }

    @Test
    void what_is_needed_is_said_and_nothing_was_handed_in() {
        var sent = town.stranger().get(report).form(report).send("age", "adult", "reach", "none");
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("What happened with your home?: This needs an answer");
        assertThat(everything.intakes(town.riverbend)).isZero();
    }

    @Test
    void its_answers_become_a_report_that_the_desk_reads_and_nothing_is_kept_elsewhere() {
        var stranger = town.stranger();
        var page = stranger.get(report);
        assertThat(page.text()).contains("What happened with your home?").doesNotContain("Who put you out?", "What happened, in your own words");
        assertThat(stranger.get("/report/" + town.northgate.slug()).text()).as("another's page").doesNotContain("your home");
        var follows = page.form(report).to(report + "/questions").send("a/what", "put_out", "age", "adult");
        assertThat(follows.status()).isEqualTo(200);
        assertThat(follows.text()).contains("Who put you out?").doesNotContain("needs an answer another look");
        var form = follows.form(report);
        assertThat(form.value("age")).as("what was said stays").isEqualTo("adult");
        var taken = form.send("a/what", "put_out", "a/who", "The landlord’s men", "age", "adult", "reach", "none");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.headers("Set-Cookie")).isEmpty();
        assertThat(everything.intakes(town.riverbend)).isEqualTo(1);
        var fatou = town.fatou.signedIn();
        var queue = fatou.get("/intake");
        assertThat(queue.text()).contains("What happened with your home?: We were put out");
        assertThat(town.leila.signedIn().get(kept.replace("/settings", "")).text()).contains("Nothing was filled in");
    }

    @Test
    void a_page_whose_form_is_closed_asks_as_before() {
        var tomasz = town.tomasz.signedIn();
        assertThat(tomasz.fill(kept, kept + "/state", "state", "closed").status()).isEqualTo(303);
        assertThat(town.stranger().get(report).text()).doesNotContain("your home");
    }

    @Test
    void whoever_had_the_page_before_there_were_other_questions_is_heard_in_her_own_words() {
        var tomasz = town.tomasz.signedIn();
        assertThat(tomasz.fill(kept, kept + "/use", "use", "survey").status()).isEqualTo(303);
        var before = town.stranger().get(report).form(report);
        assertThat(tomasz.fill(kept, kept + "/use", "use", "public").status()).isEqualTo(303);
        var taken = before.send("words", "They came at night and put us out", "age", "adult", "reach", "none");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(everything.intakes(town.riverbend)).isEqualTo(1);
        assertThat(town.fatou.signedIn().get("/intake").text()).contains("They came at night and put us out");
    }
}
