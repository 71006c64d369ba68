package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Visitor;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.junit.jupiter.api.Test;

/** Cases at the front door, as a browser without script meets them. */
@HakiTest
class CaseDoorTest extends CaseTest {

    private static final List<String> PAGES = List.of(
            "", "/stage", "/fence", "/consents", "/people", "/assignment", "/closing", "/verification", "/reopening", "/notes/new", "/history");

    @Test
    void what_is_fenced_or_anothers_answers_byte_for_byte_like_what_does_not_exist() {
        var fenced = org.haki.CaseStory.in(haki, town).of("Ixchel Ramos").fencedIn().open();
        var mateo = town.mateo.signedIn();
        var sushila = town.sushila.signedIn();
        for (var page : PAGES) {
            var missing = answer(mateo, "/cases/" + Code.next() + page);
            assertThat(missing).as(page).startsWith("404 ");
            assertThat(answer(mateo, file.path() + page)).as("another office: " + page).isEqualTo(missing);
            assertThat(answer(mateo, fenced.path() + page)).as("fenced: " + page).isEqualTo(missing);
            assertThat(answer(sushila, file.path() + page)).as("another organisation: " + page)
                    .isEqualTo(answer(sushila, "/cases/" + Code.next() + page));
        }
    }

    @Test
    void a_case_opened_by_hand_keeps_what_was_typed_and_opens_once_however_often_it_is_sent() {
        var wanjiru = town.wanjiru.signedIn();
        var form = wanjiru.get("/cases/new").form("/cases");
        var sentBack = form.send("narrative", "<b>He</b> hid her papers ${7*7}.", "name", "");
        assertThat(sentBack.status()).isEqualTo(422);
        assertThat(sentBack.form("/cases").value("narrative")).isEqualTo("<b>He</b> hid her papers ${7*7}.");
        var whole = sentBack.form("/cases").with(
                "name", "Hodan Warsame", "ageGroup", "adult", "urgency", "urgent", "services", "given", "reporting", "refused",
                "method", "signature");
        var first = sentBack.form("/cases").sendWith(whole);
        var second = sentBack.form("/cases").sendWith(whole);
        assertThat(first.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(persons.search(wanjiru(), "Hodan", 10)).hasSize(1);
        assertThat(first.next().text()).contains("Hodan Warsame").contains("<b>He</b> hid her papers ${7*7}.");
    }

    @Test
    void a_second_entry_of_the_same_client_is_asked_about_first() {
        var form = town.wanjiru.signedIn().get("/cases/new").form("/cases");
        var typed = new String[] {
            "narrative", "She is back.", "name", "Asha Thapa", "ageGroup", "adult", "urgency", "normal", "services", "not_yet_asked",
            "reporting", "not_yet_asked"
        };
        var asked = form.send(typed);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Is it one of these?");
        var fields = asked.form("/cases").with("person", file.client().toString());
        assertThat(asked.form("/cases").sendWith(fields).status()).isEqualTo(303);
        assertThat(cases.ofPeople(wanjiru(), List.of(file.client())).get(file.client())).hasSize(2);
    }

    @Test
    void the_closing_knows_the_service_that_was_given_and_does_not_choose_between_two() {
        var wanjiru = town.wanjiru.signedIn();
        var closing = file.path() + "/closing";
        assertThat(wanjiru.get(closing).form(closing).value("serviceLevel")).isEmpty();
        for (int i = 0; i < 2; i++) {
            wanjiru.fill(file.path(), file.path() + "/activities", "text", "To court.", "kind", "service", "service", "legal");
        }
        var one = wanjiru.get(closing);
        assertThat(one.form(closing).value("serviceLevel")).isEqualTo("legal");
        assertThat(one.text()).contains("From what was done: Legal support (2 times)");
        wanjiru.fill(file.path(), file.path() + "/activities", "text", "By phone.", "kind", "service", "service", "advice");
        var two = wanjiru.get(closing);
        assertThat(two.form(closing).value("serviceLevel")).isEmpty();
        assertThat(two.text()).contains("From what was done: Legal support (2 times), Advice (once)");
        assertThat(two.form(closing).send("serviceLevel", "information").form(closing).value("serviceLevel")).isEqualTo("information");
    }

    @Test
    void a_form_drawn_before_somebody_else_changed_the_case_is_not_taken() {
        var page = town.wanjiru.signedIn().get(file.path() + "/stage");
        teams.assign(leila, file.code(), amina.person(), op());
        var late = page.form(file.path() + "/stage").send("stage", "plan");
        assertThat(late.status()).isEqualTo(409);
        assertThat(now().stage()).isEqualTo("assess");
    }

    @Test
    void what_no_form_of_ours_sends_breaks_nothing() {
        var wanjiru = town.wanjiru.signedIn();
        for (var changed : List.of(
                Map.entry("/stage", "stage"), Map.entry("/fence", "reason"), Map.entry("/consents", "purpose"), Map.entry("/closing", "outcome"))) {
            var page = wanjiru.get(file.path() + changed.getKey());
            if (page.hasForm(file.path() + changed.getKey())) {
                var answer = page.form(file.path() + changed.getKey()).send(changed.getValue(), "no\u0000such\uD800thing");
                assertThat(answer.status()).as(changed.getKey()).isIn(409, 422);
            }
        }
        assertThat(wanjiru.get("/cases?status=x&stage=%00&owner='&office=1&after=9_9&before=x").status()).isEqualTo(200);
        assertThat(wanjiru.get("/cases/not-a-code").status()).isEqualTo(404);
        assertThat(wanjiru.get("/people/not-an-id").status()).isEqualTo(404);
        assertThat(now().version()).isEqualTo(file.version());
    }

    private Actor wanjiru() {
        return town.wanjiru.actor();
    }

    /** The answer without what differs from page to page by design: the address, the operations and the request. */
    private static String answer(Visitor visitor, String path) {
        Page page = visitor.get(path);
        return page.status() + " " + page.body()
                .replace(path, "")
                .replaceAll("value=\"[0-9a-f-]{36}\"|name=\"_(page|csrf)\" value=\"[^\"]*\"", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
    }
}
