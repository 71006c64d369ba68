package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.files.Photos;
import org.haki.xlsform.XlsxFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A form filled in at the front door, without script: asked as it follows, in parts, in its languages, kept for later, changed, read with its history. */
@HakiTest
class FillFormTest {

    private static final String PAGES = """
            | survey |
            | | type | name | label::English (en) | label::French | required | choice_filter |
            | | begin_group | where | Where | Où | | |
            | | select_one county | county | County | Comté | yes | |
            | | select_one town | town | Town | Ville | | county = ${county} |
            | | end_group | | | | | |
            | | begin_group | what | What | Quoi | | |
            | | image | house | House | Maison | | |
            | | text | words | In words | En mots | yes | |
            | | end_group | | | | | |
            | choices |
            | | list_name | name | label::English (en) | label::French | county |
            | | county | n | Nairobi | Nairobi | |
            | | county | k | Kisumu | Kisumu | |
            | | town | kibra | Kibra | Kibra | n |
            | | town | ahero | Ahero | Ahero | k |
            | settings |
            | | form_title | form_id | version | style | default_language |
            | | In parts | parts | 1 | pages | English (en) |
            """;

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private OwnForms tomasz;
    private Visitor wanjiru;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        tomasz = new OwnForms(town.tomasz.signedIn());
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void who_may_not_fill_in_or_read_is_refused_and_nobody_elses_form_is_there() {
        var form = published(OwnForms.HOME);
        assertThat(town.tomasz.signedIn().get(form + "/new").status()).isEqualTo(403);
        assertThat(town.sushila.signedIn().get(form + "/new").status()).isEqualTo(404);
        var sheet = handIn(form, "a/village", "Kibra", "a/has_id", "yes");
        assertThat(town.fatou.signedIn().get(sheet).status()).as("who fills in does not read").isEqualTo(403);
        assertThat(town.mateo.signedIn().get(sheet).status()).as("of another office").isEqualTo(404);
        assertThat(town.sushila.signedIn().get(sheet).status()).isEqualTo(404);
        assertThat(town.fatou.signedIn().get(form).text()).doesNotContain("Nothing was filled in");
    }

    @Test
    void what_follows_is_asked_rows_come_and_go_and_what_is_wrong_is_said() {
        var form = published(OwnForms.HOME);
        var page = wanjiru.get(form + "/new");
        assertThat(page.text()).contains("Village").doesNotContain("What stands in the way?");
        var asked = page.form(form + "/sheets").to(form + "/sheets/questions").send("a/village", "Kibra", "a/has_id", "no", "add", "person");
        assertThat(asked.text()).contains("What stands in the way?", "Person 1");
        var row = row(asked);
        var wrong = asked.form(form + "/sheets").send("a/has_id", "", "a/person[" + row + "]/age", "130");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("This needs an answer", "Nobody is that old");
        assertThat(wrong.form(form + "/sheets").value("a/village")).isEqualTo("Kibra");
        var handed = wrong.form(form + "/sheets");
        var sheet = handed.send("a/has_id", "no", "a/why_not", "fee", "a/why_not", "far", "a/person[" + row + "]/age", "১৩", "a/person[" + row + "]/name", "Hodan");
        assertThat(sheet.status()).as(sheet.text()).isEqualTo(303);
        assertThat(handed.send("a/has_id", "no", "a/why_not", "fee", "a/why_not", "far", "a/person[" + row + "]/age", "১৩", "a/person[" + row + "]/name", "Hodan")
                .location()).as("a second click").isEqualTo(sheet.location());
        assertThat(sheet.next().text()).contains("Kibra", "The fee, It is far", "Hodan", "13", "Wanjiru Otieno");
        assertThat(wanjiru.get(form).text()).contains("Filled in", "Wanjiru Otieno");
    }

    @Test
    void a_form_in_parts_goes_forward_and_back_in_the_language_that_was_chosen() {
        var form = published(PAGES);
        var questions = form + "/sheets/questions";
        var first = wanjiru.get(form + "/new");
        assertThat(first.text()).contains("Part 1 of 2", "County").doesNotContain("In words");
        var needed = first.form(form + "/sheets").to(questions).send("go", "next");
        assertThat(needed.text()).contains("Part 1 of 2", "This needs an answer");
        var french = needed.form(form + "/sheets").to(questions).send("a/where/county", "k", "speak", "French");
        assertThat(french.text()).contains("Comté", "Ahero").doesNotContain("Kibra");
        var second = french.form(form + "/sheets").to(questions).send("a/where/town", "ahero", "go", "next");
        assertThat(second.text()).contains("Part 2 of 2", "En mots").doesNotContain("Comté");
        var photo = second.form(form + "/sheets").to(questions).upload("u/what/house", "c:\\house.png", "image/png", Photos.image("png"));
        assertThat(photo.text()).contains(".png");
        var back = photo.form(form + "/sheets").to(questions).send("a/what/words", "Une phrase", "go", "back");
        assertThat(back.text()).contains("Part 1 of 2", "Ville");
        assertThat(back.form(form + "/sheets").value("a/where/town")).isEqualTo("ahero");
        var again = back.form(form + "/sheets").to(questions).send("go", "next");
        assertThat(again.form(form + "/sheets").value("a/what/words")).isEqualTo("Une phrase");
        var sheet = again.form(form + "/sheets").send();
        assertThat(sheet.status()).as(sheet.text()).isEqualTo(303);
        var read = sheet.next();
        assertThat(read.text()).contains("Ahero", "Une phrase", "Download the file");
        var file = wanjiru.get(href(read, "(/forms/[^\"]*/files/[^\"]*)"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).startsWith("attachment").doesNotContain("house");
    }

    @Test
    void what_was_begun_is_kept_for_later_for_oneself_alone() {
        var form = published(OwnForms.HOME);
        var kept = wanjiru.get(form + "/new").form(form + "/sheets").to(form + "/begun").send("a/village", "Mathare");
        assertThat(kept.status()).isEqualTo(303);
        var home = kept.next();
        assertThat(home.text()).contains("Begun, not handed in");
        var begun = href(home, "(/forms/[^\"]*/new\\?begun=[^\"]*)");
        assertThat(town.leila.signedIn().get(form).text()).doesNotContain("Begun");
        assertThat(town.leila.signedIn().get(begun).status()).isEqualTo(404);
        var page = wanjiru.get(begun);
        assertThat(page.form(form + "/sheets").value("a/village")).isEqualTo("Mathare");
        assertThat(page.form(form + "/sheets").send("a/has_id", "yes").status()).isEqualTo(303);
        assertThat(wanjiru.get(form).text()).doesNotContain("Begun, not handed in");
    }

    @Test
    void a_change_under_a_newer_version_keeps_what_is_asked_no_more_and_tells_how_it_came_about() {
        var form = published(OwnForms.HOME);
        var sheet = handIn(form, "a/village", "Kibra", "a/has_id", "no");
        var newer = OwnForms.HOME.replace("| home | 1 |", "| home | 2 |").replace("| | text | village | Village | Aldea | | | | |\n", "");
        var settings = form.replace("/forms/", "/settings/forms/");
        assertThat(tomasz.upload(settings, settings + "/draft", "book.xlsx", XlsxFile.of(newer).bytes()).status()).isEqualTo(303);
        assertThat(tomasz.keeper().fill(settings, settings + "/versions").status()).isEqualTo(303);
        var page = wanjiru.get(sheet + "/edit");
        assertThat(page.text()).doesNotContain("Village");
        var stale = page.form(sheet);
        assertThat(wanjiru.get(sheet + "/edit").form(sheet).send("a/has_id", "yes").status()).isEqualTo(303);
        assertThat(stale.send("a/has_id", "no").status()).as("drawn before somebody else changed it").isEqualTo(409);
        assertThat(wanjiru.get(sheet).text()).contains("No longer asked Village Kibra", "Yes", "Changed");
        assertThat(wanjiru.get(sheet + "/history").text()).contains("Has everybody an identity card?", "Village", "Kibra", "Yes", "No", "Wanjiru Otieno");
    }

    @Test
    void what_a_closed_form_was_answered_can_still_be_mended_and_a_withdrawn_one_not() {
        var form = published(OwnForms.HOME);
        var sheet = handIn(form, "a/village", "Kibra", "a/has_id", "yes");
        var settings = form.replace("/forms/", "/settings/forms/");
        assertThat(tomasz.keeper().fill(settings, settings + "/state", "state", "closed").status()).isEqualTo(303);
        assertThat(wanjiru.get(form + "/new").status()).isEqualTo(409);
        assertThat(wanjiru.get(sheet + "/edit").form(sheet).send("a/village", "Mathare").status()).isEqualTo(303);
        assertThat(wanjiru.get(sheet).text()).contains("Mathare");
        assertThat(tomasz.keeper().fill(settings, settings + "/state", "state", "open").status()).isEqualTo(303);
        assertThat(tomasz.keeper().fill(settings, settings + "/state", "state", "withdrawn").status()).isEqualTo(303);
        assertThat(wanjiru.get(sheet + "/edit").status()).isEqualTo(409);
    }

    @Test
    void a_supervisor_destroys_what_was_filled_in() {
        var form = published(OwnForms.HOME);
        var sheet = handIn(form, "a/village", "Kibra", "a/has_id", "no");
        assertThat(wanjiru.get(sheet).forms()).extracting(Page.Form::action).doesNotContain(sheet + "/destruction");
        assertThat(town.leila.signedIn().fill(sheet, sheet + "/destruction").status()).isEqualTo(303);
        assertThat(wanjiru.get(sheet).status()).isEqualTo(404);
    }

    private String published(String markdown) {
        return tomasz.published(markdown).replace("/settings", "");
    }

    private String handIn(String form, String... answers) {
        var answer = wanjiru.get(form + "/new").form(form + "/sheets").send(answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.location().replaceAll("\\?.*", "");
    }

    private static String row(Page page) {
        return first(page, "name=\"r/person\" value=\"(\\w+)\"");
    }

    private static String href(Page page, String path) {
        return first(page, "href=\"" + path + "\"");
    }

    private static String first(Page page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    @Test
    void several_forms_stand_side_by_side() {
        published(OwnForms.HOME);
        published(PAGES);
        assertThat(wanjiru.get("/forms").text()).contains("In parts", "Needs at home");
        assertThat(List.of(town.ines.signedIn().get("/forms").status())).containsExactly(403);
    }
}
