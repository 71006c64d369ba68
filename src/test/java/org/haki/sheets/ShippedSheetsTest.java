package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The sheets of the case types that Haki ships, as a caseworker fills them in. */
@HakiTest
class ShippedSheetsTest {

    private static final String TYPES = "/settings/case-types";
    private static final Pattern ROW = Pattern.compile("name=\"r/\\w+\" value=\"(\\w+)\"");

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor wanjiru;

    @BeforeEach
    void aTownWithTheTypes() {
        town = Town.in(haki);
        var tomasz = town.tomasz.signedIn();
        for (var type : List.of("gbv", "paralegal_id", "advice_office")) {
            assertThat(tomasz.fill(TYPES, TYPES + "/adoptions", "type", type).status()).isEqualTo(303);
        }
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void seven_answers_open_a_case_for_an_identity_document() {
        var page = wanjiru.get("/cases/new?type=paralegal_id");
        assertThat(page.text().split("needs an answer", -1)).as("all of the seven but her name, and how consent was said").hasSize(1 + 7 - 2);
        var path = open("paralegal_id", "a/doc_sought", "birth_cert", "a/for_whom", "child");
        var section = path + "/sheet/document";
        assertThat(wanjiru.get(section).form(section).value("a/doc_sought")).isEqualTo("birth_cert");
        assertThat(wanjiru.get(section).form(section).value("a/for_whom")).isEqualTo("child");
        assertThat(wanjiru.get(path + "/sheet/application").status()).isEqualTo(200);
        assertThat(wanjiru.get(path + "/sheet/family").status()).isEqualTo(200);
    }

    @Test
    void what_is_asked_first_is_asked_on_the_page_of_the_new_case_and_nothing_typed_is_lost() {
        var form = wanjiru.get("/cases/new?type=paralegal_id").form("/cases");
        var missing = form.send(opening("a/doc_sought", "correction"));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("What is wrong in the record?", "For whom?");
        assertThat(missing.form("/cases").value("a/doc_sought")).isEqualTo("correction");
        assertThat(missing.form("/cases").value("name")).isEqualTo("Hodan Warsame");
        assertThat(wanjiru.get("/cases").text()).doesNotContain("Hodan");
        var asked = new Page.Form(wanjiru, "/cases/new/questions", form.with(opening("a/doc_sought", "other"))).send();
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("Which other document?").doesNotContain("needs another look");
        var otherwise = form.send(opening("a/doc_sought", "nothing", "a/for_whom", "self"));
        assertThat(otherwise.status()).as("no choice that is not offered").isEqualTo(422);
        var opened = missing.form("/cases").send(opening("a/doc_sought", "correction", "a/correction_what", "The day of birth", "a/for_whom", "self"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        assertThat(wanjiru.get("/cases").text()).contains("Hodan");
    }

    @Test
    void a_form_that_is_sent_twice_opens_one_case_with_its_answers_once() {
        var form = wanjiru.get("/cases/new?type=advice_office").form("/cases");
        var fields = form.with(opening("a/topic", "labour", "a/matter", "dismissal"));
        var one = form.sendWith(fields);
        assertThat(one.status()).as(one.text()).isEqualTo(303);
        assertThat(form.sendWith(fields).location()).isEqualTo(one.location());
        var path = one.location().replaceFirst("^(/cases/[0-9A-Z]+).*", "$1");
        assertThat(wanjiru.get(path + "/sheet/labour").status()).isEqualTo(200);
        assertThat(wanjiru.get(path + "/sheet/problem/history").text().split("Dismissal", -1)).hasSize(2);
    }

    @Test
    void what_is_kept_only_if_she_agrees_is_not_asked_beside_the_rest() {
        assertThat(wanjiru.get("/cases/new?type=gbv").body()).doesNotContain("a/alone_safe");
    }

    /** P15 */
    @Test
    void nothing_about_violence_is_asked_before_she_agrees() {
        var path = open("gbv");
        var consent = path + "/sheet/consent";
        assertThat(wanjiru.get(path + "/sheet/incidents").status()).isEqualTo(404);
        assertThat(wanjiru.get(consent).body()).contains("a/alone_safe").doesNotContain("a/consent_by");
        assertThat(wanjiru.fill(consent, consent, "a/alone_safe", "yes", "a/limits_explained", "yes", "a/consent_services", "given", "a/consent_by",
                "self", "a/consent_reporting", "given", "a/consent_how", "verbal_phone").status()).isEqualTo(303);
        assertThat(wanjiru.get(path + "/sheet/incidents").status()).isEqualTo(200);
    }

    /** P15 */
    @Test
    void where_she_refuses_nothing_is_saved_and_one_contact_is_counted_that_leads_to_nobody() {
        var path = open("gbv");
        var consent = path + "/sheet/consent";
        var rows = Everything.in(haki).rowsOf(town.riverbend);
        var form = wanjiru.get(consent).form(consent);
        var refused = form.send("a/alone_safe", "yes", "a/limits_explained", "yes", "a/consent_services", "refused");
        assertThat(refused.status()).as(refused.text()).isEqualTo(303);
        assertThat(form.send("a/alone_safe", "yes", "a/limits_explained", "yes", "a/consent_services", "refused").location()).as("sent twice")
                .isEqualTo(refused.location());
        assertThat(refused.next().text()).contains("Nothing of what was said is kept").contains("Only that there was a contact is counted");
        assertThat(wanjiru.get(consent).form(consent).value("base")).isEqualTo("0");
        assertThat(wanjiru.get(consent).form(consent).value("a/alone_safe")).isNull();
        assertThat(wanjiru.get(consent + "/history").status()).isEqualTo(404);
        assertThat(wanjiru.get(path + "/sheet/incidents").status()).isEqualTo(404);
        rows.merge("facts.fact", 1, Integer::sum);
        assertThat(Everything.in(haki).rowsOf(town.riverbend)).as("nothing else").isEqualTo(rows);
        assertThat(Everything.in(haki).trailOf(path.substring("/cases/".length()))).as("it was looked at, no more")
                .contains("case.read").doesNotContain("case.write", "sheet.saved");
        assertThat(contacts()).hasSize(1).allSatisfy(fact -> {
            assertThat(fact).containsEntry("case_type", "gbv").containsEntry("age_group", "").containsEntry("sex", "").containsEntry("person_id", null);
            assertThat(fact.toString()).doesNotContain(path.substring("/cases/".length()));
            assertThat(fact.get("recorded_at")).as("the day, not the moment").asString().contains(" 00:00:00");
        });
    }

    /** P15 */
    @Test
    void a_yes_that_is_taken_back_is_kept_and_nothing_more_is_asked() {
        var path = open("gbv");
        var consent = path + "/sheet/consent";
        wanjiru.fill(consent, consent, "a/alone_safe", "yes", "a/limits_explained", "yes", "a/consent_services", "given", "a/consent_by", "self",
                "a/consent_reporting", "given", "a/consent_how", "verbal_phone");
        var back = wanjiru.fill(consent, consent, "a/consent_services", "refused", "d", "consent_by", "d", "consent_reporting", "d", "consent_how", "d", "contact");
        assertThat(back.location()).as(back.text()).contains("done=saved");
        assertThat(wanjiru.get(path + "/sheet/incidents").status()).isEqualTo(404);
        assertThat(wanjiru.get(consent + "/history").text()).contains("No, refuses");
        assertThat(contacts()).isEmpty();
    }

    private List<Map<String, Object>> contacts() {
        return Everything.in(haki).facts("contact_counted", town.riverbend);
    }

    @Test
    void ticked_acts_become_a_core_type() {
        var path = open("gbv");
        var consent = path + "/sheet/consent";
        wanjiru.fill(consent, consent, "a/alone_safe", "yes", "a/limits_explained", "yes", "a/consent_services", "given", "a/consent_by", "self",
                "a/consent_reporting", "given", "a/consent_how", "verbal_phone");
        var incidents = path + "/sheet/incidents";
        var page = wanjiru.get(incidents);
        var row = ROW.matcher(page.body());
        assertThat(row.find()).as(page.text()).isTrue();
        var at = "a/incident[" + row.group(1) + "]/";
        var saved = page.form(incidents).send(at + "acts", "physical", at + "incident_date", "2026-01-02", at + "by_whom/relation", "partner",
                at + "reported_elsewhere", "no");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(wanjiru.get(incidents).text()).as("sensitive, so covered").contains("Core type Covered").doesNotContain("Physical assault", "Intimate partner violence");
        assertThat(opened(incidents, at.substring(2) + "core_type")).contains("Physical assault");
        assertThat(opened(incidents, at.substring(2) + "context")).contains("Intimate partner violence");
    }

    private String opened(String section, String place) {
        var fields = new ArrayList<>(List.of("show", place));
        wanjiru.get(section).form(section).with().forEach(field -> fields.addAll(List.of(field.getKey(), field.getValue())));
        return wanjiru.post(section + "/uncovering", fields.toArray(String[]::new)).text();
    }

    @Test
    void an_advice_office_is_asked_about_its_topic_alone() {
        var path = open("advice_office", "a/topic", "labour", "a/matter", "dismissal");
        var problem = path + "/sheet/problem";
        var saved = wanjiru.fill(problem, problem, "a/topic", "labour", "a/matter", "dismissal");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(wanjiru.get(path + "/sheet/labour").status()).isEqualTo(200);
        assertThat(wanjiru.get(path + "/sheet/consumer").status()).isEqualTo(404);
        assertThat(wanjiru.get(path + "/sheet/limits").text()).contains("Dismissal: 30 days");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            land_property       | a/service_type eviction a/client_kind household  | property      | a/parcel[ROW]/size 2 a/parcel[ROW]/size_unit hectare
            immigration_us      | a/benefit asylum a/forum uscis                   | notices       | a/notice[ROW]/kind receipt a/notice[ROW]/of_form i589
            public_complaint    | a/name_use anonymous a/complaint_about delay     | admissibility | a/complained_directly no a/in_court no
            constituent_request | a/ask service a/topic health                     | needs         | a/needs food a/need_level high
            """)
    void a_case_of_each_type_opens_is_filled_in_closes_and_counts(String type, String first, String section, String answers) {
        var amina = town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id()));
        assertThat(town.tomasz.signedIn().fill(TYPES, TYPES + "/adoptions", "type", type).status()).isEqualTo(303);
        var path = open(type, first.split(" "));
        var sheet = path + "/sheet/" + section;
        var page = wanjiru.get(sheet);
        var row = ROW.matcher(page.body());
        var saved = page.form(sheet).send((row.find() ? answers.replace("ROW", row.group(1)) : answers).split(" "));
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        var left = wanjiru.fill(path + "/brief-exit", path + "/brief-exit", "toldReturn", "yes", "verifier", amina.id().toString());
        assertThat(left.status()).as(left.text()).isEqualTo(303);
        settle(path);
        var checked = amina.signedIn().fill(path + "/verification", path + "/verification", "result", "confirmed", "spokenWith", "client");
        assertThat(checked.status()).as(checked.text()).isEqualTo(303);
        assertThat(Everything.in(haki).facts("case_closed", town.riverbend)).singleElement().satisfies(fact -> assertThat(fact).containsEntry("case_type", type));
        assertThat(Everything.in(haki).facts("answered", town.riverbend)).as("she agreed to be counted").isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.get("answers").toString()).doesNotContain("care_kind", "ground", "violence"));
    }

    /** What has to be done between the proposal and the check is done. */
    private void settle(String path) {
        Pattern.compile(path + "/activities/[0-9a-f-]{36}").matcher(wanjiru.get(path).body()).results().map(MatchResult::group).distinct().forEach(step -> {
            if (wanjiru.get(step).hasForm(step + "/completion")) {
                assertThat(wanjiru.fill(step, step + "/completion").status()).isEqualTo(303);
            }
        });
    }

    private static String[] opening(String... answers) {
        return Stream.concat(Stream.of("name", "Hodan Warsame", "ageGroup", "adult", "services", "given", "reporting", "given", "method", "signature"),
                Stream.of(answers)).toArray(String[]::new);
    }

    private String open(String type, String... answers) {
        var opened = wanjiru.get("/cases/new?type=" + type).form("/cases").send(opening(answers));
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        return opened.location().replaceFirst("^(/cases/[0-9A-Z]+).*", "$1");
    }
}
