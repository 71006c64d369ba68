package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.haki.devices.PhoneInHand;
import org.haki.xlsform.XlsForm;
import org.haki.xlsform.XlsxFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An organisation's own form at the front door: uploaded, refused at its cells, published for life, changed by a newer version. */
@HakiTest
class PublishFormTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private OwnForms tomasz;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        tomasz = new OwnForms(town.tomasz.signedIn());
    }

    @Test
    void who_may_not_keep_forms_sees_none_and_another_organisation_has_its_own() {
        var form = tomasz.published(OwnForms.HOME);
        for (var person : List.of(town.wanjiru, town.fatou, town.ines)) {
            assertThat(person.signedIn().get(OwnForms.PATH).status()).as(person.signInName()).isEqualTo(403);
        }
        var nadia = new OwnForms(town.nadia.signedIn());
        assertThat(nadia.keeper().get(form).status()).isEqualTo(404);
        assertThat(nadia.keeper().get(OwnForms.PATH).text()).doesNotContain("Needs at home");
        assertThat(nadia.published(OwnForms.HOME)).as("the same workbook is a form of its own there").isNotEqualTo(form);
    }

    @Test
    void every_problem_of_a_workbook_stands_at_its_cell_and_nothing_is_kept() {
        var answer = tomasz.upload("""
                | survey |
                | | type | name | label | relevant |
                | | text | name | Name | |
                | | txt | where | Where | |
                | | select_one towns | town | Town | ${nobody} = 'x' |
                | settings |
                | | form_id | version |
                | | broken | 1 |
                """);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("survey!A3").contains("survey!A4").contains("survey!D4");
        assertThat(tomasz.keeper().get(OwnForms.PATH).text()).contains("No form yet").doesNotContain("broken");
        assertThat(tomasz.upload("form.xlsx", "nothing of the kind".getBytes()).status()).isEqualTo(422);
        assertThat(tomasz.keeper().get(OwnForms.PATH).form(OwnForms.PATH).upload("book", "", "application/octet-stream", new byte[0]).status()).isEqualTo(422);
    }

    @Test
    void a_draft_is_looked_at_published_and_then_asks() {
        var uploaded = tomasz.upload(OwnForms.HOME);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(303);
        var path = uploaded.location().replaceAll("\\?.*", "");
        var draft = tomasz.keeper().get(path);
        assertThat(draft.text()).contains("Waiting to be published", "Has everybody an identity card?", "The fee · It is far", "draft")
                .as("on what it is asked, in words, and as the workbook has it").contains("“Has everybody an identity card?” is No", "= 'no'");
        var again = draft.form(path + "/versions");
        assertThat(again.send().status()).isEqualTo(303);
        assertThat(tomasz.keeper().get(path).text()).contains("Version 1: 1", "open").doesNotContain("Waiting");
        assertThat(again.send().status()).as("a second click has no second effect").isEqualTo(303);
        assertThat(tomasz.keeper().get(path).text()).doesNotContain("Version 2");
    }

    @Test
    void the_version_must_change_and_no_question_changes_its_type() {
        var path = tomasz.published(OwnForms.HOME);
        assertThat(refused(path, OwnForms.HOME)).contains("The version “1” was published before");
        var other = OwnForms.HOME.replace("| integer | age", "| text | age").replace("| home | 1 |", "| home | 2 |");
        assertThat(refused(path, other)).contains("survey!A7").contains("“age” was of the type integer");
        assertThat(refused(path, OwnForms.HOME.replace("| home |", "| house |"))).contains("The workbook is for the form “house”");
        var newer = OwnForms.HOME.replace("| home | 1 |", "| home | 2 |").replace("| | text | village | Village | Aldea | | | | |\n", "");
        assertThat(tomasz.upload(path, path + "/draft", "book.xlsx", XlsxFile.of(newer).bytes()).status()).isEqualTo(303);
        var stale = tomasz.keeper().get(path).form(path + "/versions");
        assertThat(tomasz.keeper().fill(path, path + "/versions").status()).isEqualTo(303);
        assertThat(stale.send().status()).as("drawn before it was published").isEqualTo(409);
        assertThat(tomasz.keeper().get(path).text()).contains("Version 2: 2", "Version 1: 1");
    }

    private String refused(String path, String markdown) {
        var answer = tomasz.upload(path, path + "/draft", "book.xlsx", XlsxFile.of(markdown).bytes());
        assertThat(answer.status()).isEqualTo(422);
        return answer.text();
    }

    @Test
    void a_form_is_closed_withdrawn_and_opened_again() {
        var path = tomasz.published(OwnForms.HOME);
        var fill = path.replace("/settings", "");
        var wanjiru = town.wanjiru.signedIn();
        assertThat(wanjiru.get(fill + "/new").status()).isEqualTo(200);
        assertThat(tomasz.keeper().fill(path, path + "/state", "state", "closed").status()).isEqualTo(303);
        assertThat(wanjiru.get(fill + "/new").status()).isEqualTo(409);
        assertThat(wanjiru.get(fill).text()).contains("closed").doesNotContain("Fill in ");
        assertThat(tomasz.keeper().fill(path, path + "/state", "state", "withdrawn").status()).as("what is closed is not withdrawn").isEqualTo(409);
        assertThat(tomasz.keeper().fill(path, path + "/state", "state", "open").status()).isEqualTo(303);
        assertThat(tomasz.keeper().fill(path, path + "/state", "state", "withdrawn").status()).isEqualTo(303);
        assertThat(wanjiru.get(fill).status()).isEqualTo(404);
        assertThat(wanjiru.get("/forms").text()).doesNotContain("Needs at home");
    }

    @Test
    void a_draft_is_discarded() {
        var path = tomasz.upload(OwnForms.HOME).location().replaceAll("\\?.*", "");
        assertThat(tomasz.keeper().fill(path, path + "/draft/end").status()).isEqualTo(303);
        assertThat(tomasz.keeper().get(path).text()).doesNotContain("Waiting");
        assertThat(town.tomasz.signedIn().get(path).status()).isEqualTo(200);
    }

    @Test
    void the_template_can_be_published_as_it_stands() throws Exception {
        Page downloaded = town.wanjiru.signedIn().get("/forms/template.xlsx");
        assertThat(downloaded.status()).isEqualTo(200);
        assertThat(downloaded.header("Content-Type")).startsWith("application/vnd.openxmlformats-officedocument");
        var read = XlsForm.read(new ByteArrayInputStream(TemplateBook.bytes()), "template.xlsx");
        assertThat(read.problems()).isEmpty();
        assertThat(read.warnings()).isEmpty();
        assertThat(tomasz.keeper().get(tomasz.published("template.xlsx", TemplateBook.bytes())).text()).contains("Needs in the home");
        assertThat(town.ines.signedIn().get("/forms/template.xlsx").status()).isEqualTo(403);
    }

    @Test
    void a_survey_after_closing_asks_seven_questions_of_which_none_must_be_answered() throws Exception {
        assertThat(town.wanjiru.signedIn().get("/forms/template.xlsx?use=closing").header("Content-Disposition")).contains("closing.xlsx");
        var read = XlsForm.read(new ByteArrayInputStream(ClosingBook.bytes()), "closing.xlsx");
        assertThat(read.problems()).isEmpty();
        assertThat(read.warnings()).isEmpty();
        var asked = read.form().orElseThrow().fields().stream().filter(field -> field.shown() && !field.type().equals("note")).toList();
        assertThat(asked).hasSize(7).noneMatch(field -> field.bind().containsKey("required"));
        var kept = tomasz.published("closing.xlsx", ClosingBook.bytes());
        assertThat(tomasz.keeper().fill(kept, kept + "/use", "use", "closing").status()).isEqualTo(303);
    }

    @Test
    void the_files_that_a_form_names_wait_beside_it_and_go_with_the_next_version_to_phones() throws Exception {
        var path = tomasz.upload("""
                | survey |
                | | type | name | label | media::image |
                | | select_one_from_file wards.csv | ward | Ward | |
                | | text | house | House | house.png |
                | settings |
                | | form_id | version |
                | | wards | 1 |
                """).location().replaceAll("\\?.*", "");
        var keeper = tomasz.keeper();
        assertThat(keeper.get(path).text()).contains("wards.csv Not here", "house.png Not here");
        var files = path + "/files";
        assertThat(town.wanjiru.signedIn().get(path).status()).isEqualTo(403);
        assertThat(file(path, "other.csv", "name,label\na,A\n").status()).isEqualTo(422);
        assertThat(file(path, "wards.csv", "ward\nKibra\n").text()).contains("cannot be read");
        assertThat(file(path, "house.png", "no picture").text()).contains("cannot be read");
        assertThat(file(path, "wards.csv", "name,label\nkibra,Kibra\n").status()).isEqualTo(303);
        assertThat(keeper.get(path).text()).contains("wards.csv Here: it goes with the next version");
        assertThat(keeper.get(path + "/preview").text()).as("the draft asks with it").contains("Kibra");
        assertThat(keeper.fill(path, files + "/wards.csv/end").status()).isEqualTo(303);
        assertThat(file(path, "wards.csv", "name,label\nkibra,Kibra\nmathare,Mathare\n").status()).isEqualTo(303);
        assertThat(keeper.fill(path, path + "/versions").status()).isEqualTo(303);
        assertThat(town.wanjiru.signedIn().get(path.replace("/settings", "") + "/new").text()).contains("Kibra", "Mathare");
        assertThat(new PhoneInHand(PhoneInHand.letIn(keeper, town, town.wanjiru)).files("wards")).containsExactly("wards.csv");
    }

    private Page file(String path, String name, String content) {
        return tomasz.keeper().get(path).form(path + "/files").upload("file", name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }
}
