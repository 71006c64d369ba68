package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The sheets of the case types that Haki ships, as a caseworker fills them in. */
@HakiTest
class ShippedSheetsTest {

    private static final String TYPES = "/settings/case-types";
    private static final Pattern ROW = Pattern.compile("name=\"r/\\w+\" value=\"(\\w+)\"");

    @Autowired
    private ApplicationContext haki;

    private Visitor wanjiru;

    @BeforeEach
    void aTownWithTheTypes() {
        var town = Town.in(haki);
        var tomasz = town.tomasz.signedIn();
        for (var type : List.of("gbv", "paralegal_id", "advice_office")) {
            assertThat(tomasz.fill(TYPES, TYPES + "/adoptions", "type", type).status()).isEqualTo(303);
        }
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void seven_answers_open_a_case_for_an_identity_document() {
        var path = open("paralegal_id");
        var section = path + "/sheet/document";
        assertThat(wanjiru.fill(section, section, "a/doc_sought", "birth_cert", "a/for_whom", "child").status()).isEqualTo(303);
        assertThat(wanjiru.get(path + "/sheet/application").status()).isEqualTo(200);
        assertThat(wanjiru.get(path + "/sheet/family").status()).isEqualTo(200);
    }

    /** P15 */
    @Test
    void nothing_about_violence_is_asked_before_she_agrees() {
        var path = open("gbv");
        var consent = path + "/sheet/consent";
        assertThat(wanjiru.get(path + "/sheet/incidents").status()).isEqualTo(404);
        assertThat(wanjiru.get(consent).body()).contains("a/alone_safe").doesNotContain("a/consent_by");
        assertThat(wanjiru.fill(consent, consent, "a/alone_safe", "yes", "a/limits_explained", "yes", "a/consent_services", "refused").status())
                .isEqualTo(303);
        assertThat(wanjiru.get(path + "/sheet/incidents").status()).isEqualTo(404);
        assertThat(wanjiru.fill(consent, consent, "a/consent_services", "given", "a/consent_by", "self", "a/consent_reporting", "given").status())
                .isEqualTo(303);
        assertThat(wanjiru.get(path + "/sheet/incidents").status()).isEqualTo(200);
    }

    @Test
    void ticked_acts_become_a_core_type() {
        var path = open("gbv");
        var consent = path + "/sheet/consent";
        wanjiru.fill(consent, consent, "a/alone_safe", "yes", "a/limits_explained", "yes", "a/consent_services", "given", "a/consent_by", "self",
                "a/consent_reporting", "given");
        var incidents = path + "/sheet/incidents";
        var page = wanjiru.get(incidents);
        var row = ROW.matcher(page.body());
        assertThat(row.find()).as(page.text()).isTrue();
        var at = "a/incident[" + row.group(1) + "]/";
        var saved = page.form(incidents).send(at + "acts", "physical", at + "incident_date", "2026-01-02", at + "by_whom/relation", "partner",
                at + "reported_elsewhere", "no");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(wanjiru.get(incidents).text()).contains("Physical assault", "Intimate partner violence");
    }

    @Test
    void an_advice_office_is_asked_about_its_topic_alone() {
        var path = open("advice_office");
        var problem = path + "/sheet/problem";
        var saved = wanjiru.fill(problem, problem, "a/topic", "labour", "a/matter", "dismissal");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(wanjiru.get(path + "/sheet/labour").status()).isEqualTo(200);
        assertThat(wanjiru.get(path + "/sheet/consumer").status()).isEqualTo(404);
        assertThat(wanjiru.get(path + "/sheet/limits").text()).contains("Dismissal: 30 days");
    }

    private String open(String type) {
        var opened = wanjiru.get("/cases/new?type=" + type).form("/cases").send("name", "Hodan Warsame", "ageGroup", "adult", "services", "given",
                "reporting", "given", "method", "signature");
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        return opened.location().replaceFirst("^(/cases/[0-9A-Z]+).*", "$1");
    }
}
