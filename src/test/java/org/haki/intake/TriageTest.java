package org.haki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.kernel.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Operators read the queue, one opens a report, and exactly one decision is made about it. */
@HakiTest
class TriageTest {

    private static final Pattern CODE = Pattern.compile("/intake/([0-9A-Z]{13})");

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor fatou;
    private Visitor leila;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        fatou = town.fatou.signedIn();
        leila = town.leila.signedIn();
    }

    @Test
    void those_without_the_role_see_no_queue_and_no_report() {
        var code = told("He waits at the gate");
        var wanjiru = town.wanjiru.signedIn();
        var tomasz = town.tomasz.signedIn();

        assertThat(wanjiru.get("/intake").status()).isEqualTo(403);
        assertThat(wanjiru.get("/intake/" + code).status()).isEqualTo(403);
        assertThat(tomasz.get("/intake").status()).isEqualTo(403);
        assertThat(tomasz.get("/intake/new").status()).isEqualTo(403);
    }

    @Test
    void the_report_of_another_organisation_does_not_exist() {
        var code = told("He waits at the gate");
        var prem = town.prem.signedIn();

        var theirs = prem.get("/intake/" + code);
        var nobodys = prem.get("/intake/" + Code.next());

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.text()).isEqualTo(nobodys.text());
        assertThat(prem.get("/intake").text()).doesNotContain("He waits at the gate");
        assertThat(prem.get("/intake/" + code + "/acceptance").status()).isEqualTo(404);
    }

    @Test
    void a_decision_without_a_reason_is_not_made() {
        var code = told("He waits at the gate");
        var open = "/intake/" + code;

        assertThat(fatou.fill(open + "/decline", open + "/decline").status()).isEqualTo(422);
        assertThat(fatou.fill(open + "/decline", open + "/decline", "reason", "dragon", "told", "spoke").status()).isEqualTo(422);
        assertThat(fatou.fill(open + "/decline", open + "/decline", "reason", "no_capacity", "told", "reads").text())
                .contains("Write what she should read");
        assertThat(fatou.fill(open + "/consult", open + "/consult", "advice", "Ask the registry again").status()).isEqualTo(422);
        assertThat(fatou.fill(open + "/dismissal", "/intake/decisions").status()).isEqualTo(422);
        assertThat(fatou.get("/intake").text()).contains("He waits at the gate");
    }

    @Test
    void two_operators_decide_at_once_and_the_second_is_told() {
        var open = "/intake/" + told("He waits at the gate");
        var fatous = fatou.get(open + "/decline").form(open + "/decline");
        var leilas = leila.get(open + "/consult").form(open + "/consult");

        assertThat(fatous.send("reason", "no_capacity", "told", "not_told").status()).isEqualTo(303);
        var second = leilas.send("topic", "violence", "advice", "Go to the clinic first", "service", "advice", "sex", "female", "ageGroup", "adult");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("Someone changed this while you wrote", "Go to the clinic first");
        assertThat(fatou.get(open).text()).contains("Declined").doesNotContain("Advice given");
    }

    @Test
    void the_same_decision_sent_twice_counts_once() {
        var open = "/intake/" + told("He waits at the gate");
        var form = fatou.get(open + "/decline").form(open + "/decline");

        var first = form.send("reason", "out_of_area", "told", "spoke");
        var second = form.send("reason", "out_of_area", "told", "spoke");

        assertThat(first.status()).isEqualTo(303);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void the_queue_shows_the_most_urgent_first_then_the_oldest() {
        told("An old normal one", "safe", "normal");
        told("An urgent one", "safe", "urgent");
        told("In danger", "safe", "emergency");
        told("Another normal one", "safe", "normal");

        var queue = fatou.get("/intake").text();

        assertThat(queue.indexOf("In danger")).isLessThan(queue.indexOf("An urgent one"));
        assertThat(queue.indexOf("An urgent one")).isLessThan(queue.indexOf("An old normal one"));
        assertThat(queue.indexOf("An old normal one")).isLessThan(queue.indexOf("Another normal one"));
        assertThat(fatou.get("/intake?urgency=emergency").text()).contains("In danger").doesNotContain("An urgent one");
    }

    @Test
    void the_list_comes_anew_only_when_it_changed() {
        told("The first");
        var seen = fresh(fatou.get("/intake"));

        assertThat(fatou.get(seen).status()).isEqualTo(204);
        told("The second");
        var anew = fatou.get(seen);

        assertThat(anew.status()).isEqualTo(200);
        assertThat(anew.text()).contains("The second").doesNotContain("Sign out");
    }

    @Test
    void who_opens_a_report_has_it_and_a_colleague_may_take_it_over() {
        var open = "/intake/" + told("He waits at the gate");
        fatou.get(open);

        assertThat(leila.get("/intake").text()).contains("Fatou Sané has it open");
        assertThat(leila.fill(open, open + "/claim").status()).isEqualTo(303);
        assertThat(fatou.get("/intake").text()).contains("Leila Marzouq has it open");
        leila.fill(open, open + "/return");
        assertThat(fatou.get("/intake").text()).doesNotContain("has it open");
    }

    @Test
    void who_opens_the_next_report_lets_go_of_the_one_before() {
        var first = told("The first one");
        var second = told("The second one");
        fatou.get("/intake/" + first);
        fatou.get("/intake/" + second);

        assertThat(leila.get("/intake").text().split("Fatou Sané has it open", -1)).as("one of them").hasSize(2);
    }

    @Test
    void many_at_once_for_one_reason_and_all_back_with_one_click() {
        told("asdf asdf");
        told("win a new phone");
        var real = told("He waits at the gate");
        var leilas = told("She has this one open");
        leila.get("/intake/" + leilas);
        var list = fatou.get("/intake");

        var sent = list.form("/intake/decisions").sendWith(list.form("/intake/decisions").with(
                "reason", "test", "intake", picked(list, "asdf asdf"), "intake", picked(list, "win a new phone"),
                "intake", picked(list, "She has this one open")));
        var after = sent.next();

        assertThat(after.text()).contains("2 marked not a case: Test or joke", "One was left alone", "He waits at the gate",
                "She has this one open").doesNotContain("asdf asdf");
        var back = after.forms().stream().filter(form -> form.action().endsWith("/reversal")).findFirst().orElseThrow().send().next();
        assertThat(back.text()).contains("asdf asdf", "win a new phone", real.substring(0, 4));
    }

    @Test
    void what_was_not_a_case_can_wait_again_and_what_was_declined_only_for_a_supervisor() {
        var fake = "/intake/" + told("hello hello");
        fatou.fill(fake + "/dismissal", "/intake/decisions", "reason", "test");
        var no = "/intake/" + told("Two days' walk away");
        fatou.fill(no + "/decline", no + "/decline", "reason", "out_of_area", "told", "not_told");

        assertThat(fatou.get(fake).hasForm(fake + "/restoration")).isTrue();
        assertThat(fatou.get(no).hasForm(no + "/restoration")).isFalse();
        assertThat(fatou.post(no + "/restoration", "op", java.util.UUID.randomUUID().toString(), "base", "2").status()).isIn(403, 409);
        assertThat(leila.fill(no, no + "/restoration").next().text()).contains("It waits again");
        assertThat(fatou.fill(fake, fake + "/restoration").next().text()).contains("hello hello");
    }

    @Test
    void how_often_a_number_was_not_a_case_is_said_and_never_decides() {
        var first = "/intake/" + told("hello hello one", "reach", "call", "number", "+254 712 000 111");
        fatou.fill(first + "/dismissal", "/intake/decisions", "reason", "prank");

        told("Please, it is real this time", "reach", "call", "number", "0712000111");

        assertThat(fatou.get("/intake").text()).contains("Please, it is real this time", "This number: once not a case");
    }

    @Test
    void a_consult_is_written_down_and_the_person_reads_her_answer() {
        var report = "/report/" + town.riverbend.slug();
        var status = "/status/" + town.riverbend.slug();
        town.stranger().fill(report, report, "words", "The registry asked 500", "age", "adult", "reach", "none", "code", "golondrina azul");
        var open = "/intake/" + newest(fatou.get("/intake"), "The registry asked 500");

        fatou.fill(open + "/answer", open + "/answer", "answer", "It is free by law. Ask for the form F2.");
        assertThat(town.stranger().fill(status, status, "code", "Golondrina azul").text()).contains("It is free by law");

        var done = fatou.fill(open + "/consult", open + "/consult", "topic", "id_docs", "advice", "Told her the fee is zero",
                "service", "advice", "sex", "female", "ageGroup", "adult").next();
        assertThat(done.text()).contains("Advice given", "Told her the fee is zero");
        assertThat(town.stranger().fill(status, status, "code", "Golondrina azul").text())
                .contains("It is finished", "It is free by law").doesNotContain("Told her the fee", "500");
    }

    @Test
    void a_caseworker_types_a_call_and_does_not_see_the_queue() {
        var wanjiru = town.wanjiru.signedIn();

        var taken = wanjiru.fill("/intake/new", "/intake/new", "channel", "phone", "words", "They took the paper", "age", "adult",
                "reach", "call", "number", "+254 700 111 222", "survivor", "Amina Wekesa", "reporter", "Zawadi", "relation", "sister");

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body()).contains("href=\"/today\"").doesNotContain("/intake/0");
        var open = fatou.get("/intake/" + newest(fatou.get("/intake"), "They took the paper"));
        assertThat(open.text()).contains("Zawadi, sister, by phone", "typed by Wanjiru Otieno", "Amina Wekesa");
    }

    @Test
    void a_letter_cannot_come_tomorrow_and_an_office_must_be_hers() {
        var sent = town.wanjiru.signedIn().fill("/intake/new", "/intake/new", "channel", "letter", "words", "Dear desk", "age", "adult",
                "reach", "none", "received", "2199-01-01", "office", town.oldbridge.id().toString());

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("This day lies ahead", "Choose the office");
        assertThat(sent.form("/intake/new").value("words")).isEqualTo("Dear desk");
    }

    private String told(String words, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("channel", "phone", "words", words, "age", "adult"));
        fields.addAll(java.util.List.of(more));
        if (!fields.contains("reach")) {
            fields.addAll(java.util.List.of("reach", "none"));
        }
        fields.addAll(java.util.List.of("office", town.mainDesk.id().toString()));
        var sent = leila.fill("/intake/new", "/intake/new", fields.toArray(String[]::new));
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        var matcher = CODE.matcher(sent.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** The code of the report with these words in the list. */
    static String newest(Page list, String words) {
        var matcher = Pattern.compile("id=\"open-([0-9A-Z]{13})\"[^>]*>" + Pattern.quote(words)).matcher(list.body());
        assertThat(matcher.find()).as(list.text()).isTrue();
        return matcher.group(1);
    }

    private static String picked(Page list, String words) {
        var matcher = Pattern.compile("value=\"(" + newest(list, words) + "\\.\\d+)\"").matcher(list.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String fresh(Page list) {
        var matcher = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(list.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }
}
