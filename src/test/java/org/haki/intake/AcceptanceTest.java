package org.haki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFiles;
import org.haki.cases.Consents;
import org.haki.cases.Parties;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A report becomes a case, or joins one; its words go over, and its own key opens nothing any more. */
@HakiTest
class AcceptanceTest {

    @Autowired
    private ApplicationContext haki;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Parties parties;

    @Autowired
    private Consents consents;

    private Town town;
    private Visitor fatou;
    private String report;
    private String status;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        fatou = town.fatou.signedIn();
        report = "/report/" + town.riverbend.slug();
        status = "/status/" + town.riverbend.slug();
    }

    @Test
    void nothing_about_consent_is_chosen_beforehand_and_every_needed_answer_is_asked() {
        var open = told("My sister is hiding", "about", "other");

        var form = fatou.get(open + "/acceptance").form(open + "/acceptance");
        assertThat(form.value("services")).isNull();
        assertThat(form.value("reporting")).isNull();
        assertThat(form.value("fenced")).isNull();
        var sent = form.send();
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("“not yet asked” is an answer", "Choose a colleague, or the queue of the office");
        assertThat(fatou.get("/intake").text()).contains("My sister is hiding");
    }

    @Test
    void where_she_refuses_our_services_no_case_is_opened() {
        var open = told("My sister is hiding");

        var sent = accept(open, "services", "refused", "method", "verbal_phone");

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("Where she refuses our services we open no case");
        assertThat(sent.body()).contains(open + "/consult", open + "/decline");
    }

    @Test
    void a_type_that_is_kept_to_its_team_is_not_asked_who_may_see_it() {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "gbv", Op.own());
        var open = told("My sister is hiding");

        assertThat(fatou.get(open + "/acceptance").form(open + "/acceptance").value("type")).as("somebody chooses").isNull();
        assertThat(accept(open, "type", "").status()).isEqualTo(422);
        assertThat(accept(open, "type", "general", "fenced", "").text()).contains("One answer needs another look");
        var sent = accept(open, "type", "gbv", "fenced", "", "name", "Hodan Warsame", "owner", town.wanjiru.id().toString());

        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        assertThat(cases.open(town.wanjiru.actor(), Code.of(open.substring("/intake/".length()))).fenced()).isTrue();
        var amina = town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id())).signedIn();
        assertThat(amina.get("/people").text()).doesNotContain("Hodan");
        assertThat(town.wanjiru.signedIn().get("/people").text()).contains("Hodan");
    }

    @Test
    void an_owner_who_may_not_work_cases_or_a_person_of_nobody_is_refused() {
        var open = told("My sister is hiding");

        assertThat(accept(open, "owner", town.tomasz.id().toString()).status()).isEqualTo(422);
        assertThat(accept(open, "owner", town.sushila.id().toString()).status()).isEqualTo(422);
        assertThat(accept(open, "client", java.util.UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(fatou.get("/intake").text()).contains("My sister is hiding");
    }

    @Test
    void accepting_opens_one_case_with_her_words_and_the_one_who_told_us() {
        var open = told("My sister is hiding", "about", "other", "reach", "call", "number", "+254 712 345 678", "whose", "looked",
                "hour", "10", "ifOther", "the sewing class", "where", "Seti Bazaar");
        var form = fatou.get(open + "/acceptance").form(open + "/acceptance");
        var answers = new String[] {"client", "new", "name", "Amina Wekesa", "owner", town.wanjiru.id().toString(), "fenced", "no",
            "services", "not_yet_asked", "reporting", "not_yet_asked"};

        var first = form.send(answers);
        var second = form.send(answers);

        assertThat(first.status()).as(first.text()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        var code = Code.of(open.substring("/intake/".length()));
        assertThat(first.location()).startsWith("/cases/" + code);
        var wanjiru = town.wanjiru.actor();
        var file = cases.open(wanjiru, code);
        assertThat(file.owner()).isEqualTo(town.wanjiru.id());
        assertThat(parties.of(wanjiru, file)).extracting(Parties.Party::role).containsExactly("client", "reporter");
        assertThat(parties.of(wanjiru, file).getLast().identity().safe().ifOther()).isEqualTo("the sewing class");
        assertThat(consents.of(wanjiru, file)).allMatch(said -> said.decision().decision().equals("not_yet_asked"));
        assertThat(fatou.get(open).text()).contains("What was told went over to the case").doesNotContain("My sister is hiding");
        assertThat(fatou.get("/intake").text()).doesNotContain("My sister is hiding");
    }

    @Test
    void her_code_says_that_someone_works_on_it_and_keeps_the_answer() {
        town.stranger().fill(report, report, "words", "He came back", "age", "adult", "reach", "none", "code", "golondrina azul");
        var open = "/intake/" + TriageTest.newest(fatou.get("/intake"), "He came back");
        fatou.fill(open + "/answer", open + "/answer", "answer", "We have read it.");
        assertThat(accept(open).status()).isEqualTo(303);

        var looked = town.stranger().fill(status, status, "code", "golondrina azul");

        assertThat(looked.text()).contains("Someone works on it", "We have read it.").doesNotContain("He came back");
    }

    @Test
    void somebody_in_the_register_is_shown_before_a_second_one_is_made() {
        var first = told("The first time", "about", "me");
        assertThat(accept(first, "name", "Amina Wekesa Njeri").status()).isEqualTo(303);
        var again = told("It happens again", "about", "me");

        var warned = accept(again, "name", "Amina Wekesa Njeri");

        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.text()).contains("may be the same person", "Amina Wekesa Njeri");
        var known = warned.form(again + "/acceptance").fields().stream()
                .filter(field -> field.getKey().equals("seen")).findFirst().orElseThrow().getValue();
        var form = warned.form(again + "/acceptance");
        assertThat(form.send("client", known, "owner", "queue", "fenced", "no", "services", "not_yet_asked", "reporting", "not_yet_asked")
                .status()).isEqualTo(303);
    }

    @Test
    void a_report_joins_an_open_case_and_only_one_that_is_there() {
        var first = told("The first time");
        accept(first, "owner", town.wanjiru.id().toString());
        var code = first.substring("/intake/".length());
        var second = told("It happened again on Sunday");

        assertThat(attach(second, Code.next()).status()).isEqualTo(422);
        assertThat(attach(second, "nonsense").text()).contains("There is no open case with this code");
        var joined = attach(second, Code.shown(code));

        assertThat(joined.status()).isEqualTo(303);
        assertThat(fatou.get(second).text()).contains("Joined a case", Code.shown(code)).doesNotContain("It happened again on Sunday");
        assertThat(town.wanjiru.signedIn().get("/today").text()).as("its owner is told where her day begins")
                .contains("Another report about the same", "Attached by Fatou Sané");
    }

    private String told(String words, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("words", words, "age", "adult"));
        fields.addAll(java.util.List.of(more));
        if (!fields.contains("reach")) {
            fields.addAll(java.util.List.of("reach", "none"));
        }
        assertThat(town.stranger().fill(report, report, fields.toArray(String[]::new)).status()).isEqualTo(200);
        return "/intake/" + TriageTest.newest(fatou.get("/intake"), words);
    }

    /** Accepts with answers that are all right, save for these. */
    private Page accept(String open, String... other) {
        var answers = new java.util.LinkedHashMap<String, String>();
        answers.put("client", "new");
        answers.put("owner", "queue");
        answers.put("fenced", "no");
        answers.put("services", "not_yet_asked");
        answers.put("reporting", "not_yet_asked");
        for (int i = 0; i < other.length; i += 2) {
            answers.put(other[i], other[i + 1]);
        }
        var fields = answers.entrySet().stream().flatMap(answer -> java.util.stream.Stream.of(answer.getKey(), answer.getValue()));
        return fatou.fill(open + "/acceptance", open + "/acceptance", fields.toArray(String[]::new));
    }

    private Page attach(String open, String code) {
        return fatou.fill(open + "/attachment", open + "/attachment", "caseCode", code);
    }
}
