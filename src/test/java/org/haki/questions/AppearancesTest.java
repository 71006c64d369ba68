package org.haki.questions;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.HakiTest;
import org.haki.OwnAppearances;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How a question is asked on a page is what its workbook says of its appearance, and all of it works without script. */
@HakiTest
class AppearancesTest {

    @Autowired
    private ApplicationContext haki;

    private Visitor wanjiru;
    private String form;
    private String questions;

    @BeforeEach
    void a_form_in_every_manner() {
        var town = Town.in(haki);
        form = new OwnForms(town.tomasz.signedIn()).published(OwnAppearances.ALL).replace("/settings", "");
        questions = form + "/sheets/questions";
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void a_note_reads_as_it_was_marked_and_nothing_in_it_is_html() {
        var page = wanjiru.get(form + "/new");
        assertThat(page.body()).contains("<h2>Before you ask</h2>", "<strong>slowly</strong>", "<em>stop</em>",
                "<a href=\"https://example.org/help\" rel=\"noreferrer noopener\" target=\"_blank\">Who helps</a>");
    }

    @Test
    void what_cannot_be_is_said_in_the_words_of_how_it_is_asked() {
        var page = second();
        assertThat(page.text()).contains("Part 2 of 4", "More about this Write what she says", "How bad is it? 0 1 2", "A number from 0 to 1000, in steps of 5.", "Office Riverbend");
        var wrong = page.form(form + "/sheets").to(questions).send("go", "next", "a/how/since", "3", "a/how/since", "soon", "a/how/born", "long ago",
                "a/how/share", "7", "a/how/first", "home", "a/how/first", "home");
        assertThat(wrong.text()).contains("Part 2 of 4", "Choose a month and write its year", "Write a year, such as 2026", "Choose a number of this scale",
                "Choose one of the answers that are offered now");
        assertThat(wrong.body()).contains("value=\"soon\"", "value=\"long ago\"");
    }

    @Test
    void every_manner_is_answered_without_script_and_read_as_it_was_meant() {
        var third = second().form(form + "/sheets").to(questions).send("go", "next", "a/how/story", "She left.", "a/how/phone", "0712", "a/how/rent", "1,234,567",
                "a/how/since", "3", "a/how/since", "2024", "a/how/born", "১৯৮৭", "a/how/pain", "7", "a/how/share", "15", "a/how/first", "food", "a/how/first", "home",
                "a/how/told", "OK");
        assertThat(third.text()).contains("Part 3 of 4", "What is chosen", "Side by side");
        assertThat(third.body()).contains("choices-row", "choices-columns columns-3", "choices-likert", "<details class=\"folded\"");
        var fourth = third.form(form + "/sheets").to(questions).send("go", "next", "a/chosen/inner/beside", "some", "a/chosen/inner/three", "always",
                "a/chosen/inner/agree", "never", "a/chosen/inner/fast", "some", "a/chosen/inner/small", "always", "a/chosen/inner/folded", "food",
                "a/chosen/inner/folded", "work");
        assertThat(fourth.text()).contains("Part 4 of 4", "What is chosen", "How often?");
        assertThat(fourth.body()).contains("<table class=\"grid\">", "<th scope=\"col\">Sometimes</th>");
        var needed = fourth.form(form + "/sheets").send();
        assertThat(needed.text()).contains("The police came: This needs an answer");
        var back = needed.form(form + "/sheets").to(questions).send("a/chosen/grid/police", "some", "go", "back");
        var again = back.form(form + "/sheets").to(questions).send("go", "back");
        assertThat(again.form(form + "/sheets").value("a/how/rent")).isEqualTo("1,234,567");
        assertThat(again.form(form + "/sheets").value("a/how/born")).as("as it was typed").isEqualTo("১৯৮৭");
        var end = again.form(form + "/sheets").to(questions).send("go", "next").form(form + "/sheets").to(questions).send("go", "next");
        var sheet = end.form(form + "/sheets").send();
        assertThat(sheet.status()).as(sheet.text()).isEqualTo(303);
        assertThat(sheet.next().text()).contains("Rent a year 1,234,567", "Since when? March 2024", "Year of birth 1987", "How bad is it? 7", "Food, A home",
                "The court was fair Never", "Folded away Food, Work", "The police came Sometimes", "In her own words She left.");
    }

    private Page second() {
        return wanjiru.get(form + "/new").form(form + "/sheets").to(questions).send("go", "next");
    }
}
