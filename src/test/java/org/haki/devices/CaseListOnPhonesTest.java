package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Lists of cases for follow-ups: each phone gets the open cases of its person, and nothing of any other. */
@HakiTest
class CaseListOnPhonesTest {

    /** {@link OwnForms#LISTED} without the book. */
    static final String PLAIN = OwnForms.LISTED.replaceAll("(?s)\\| entities.*", "").replace(" | save_to |", " |").replace("| words |\n", "|\n").replace("? | |", "? |")
            .replace("| listed |", "| plain |");

    @Autowired
    ApplicationContext haki;

    private Field field;
    private Town town;
    private CaseFile file;
    private String form;

    @BeforeEach
    void a_form_that_brings_a_list() {
        field = new Field(haki);
        town = field.town;
        file = CaseStory.in(haki, town).open();
        form = bringing(OwnForms.LISTED, "people");
    }

    @Test
    void a_phone_of_an_office_of_a_colleague_or_without_rights_gets_no_case_of_hers_and_an_unknown_one_nothing() throws IOException {
        for (var other : List.of(field.device("Office phone", null), field.device("Phone of Fatou", town.fatou))) {
            assertThat(list(other)).as("an empty list, so that the form opens").isEqualTo("name,label,__version,code,initials,place,next_step,next_day\r\n");
        }
        var amina = town.person(town.riverbend, "Amina Yusuf", "amina", Town.everywhere("caseworker"));
        assertThat(list(field.device("Phone of Amina", amina))).as("sees the case and has none of her own").hasLineCount(1);
        var url = field.device("Phone 1", town.wanjiru).formList().getFirst().get("manifestUrl");
        assertThat(new CollectClient(field.withoutRights(), "x").get(url.replaceAll("/key/[^/]*", "/key/none")).statusCode()).isEqualTo(403);
        var closed = bringing(PLAIN, "none");
        assertThat(field.device("Phone 2", town.wanjiru).formList().stream().filter(one -> one.get("formID").equals("plain")))
                .as("no list where nobody asked for one: " + closed).allSatisfy(one -> assertThat(one).doesNotContainKey("manifestUrl"));
    }

    @Test
    void nobody_but_who_keeps_forms_chooses_a_list_and_nobody_but_the_data_protection_officer_lets_restricted_cases_stand_in_it() {
        assertThat(town.wanjiru.signedIn().get("/settings/phone-cases").status()).isEqualTo(403);
        assertThat(field.tomasz.get("/settings/phone-cases").forms().stream().filter(one -> one.action().contains("restricted"))).isEmpty();
        var token = field.tomasz.get("/settings/phone-cases").forms().getFirst().value("_csrf");
        assertThat(field.tomasz.post("/settings/phone-cases/restricted", "_csrf", token, "op", UUID.randomUUID().toString(), "base", "0", "restricted", "yes").status())
                .isEqualTo(403);
        assertThat(field.asked("select count(*)::text from haki.phone_rule where org_id = haki.org()")).isEqualTo("0");
    }

    @Test
    void the_list_holds_code_initials_village_and_next_step_of_ones_own_open_cases_and_no_other_word() throws IOException {
        field.tomasz.fill("/settings/places", "/settings/places", "name", "Kibra");
        var wanjiru = town.wanjiru.signedIn();
        var client = "/people/" + file.client();
        assertThat(wanjiru.fill(client + "/edit", client, "address", "House 4 behind the mill, Kibra").status()).isEqualTo(303);
        var step = file.path() + "/activities/new";
        assertThat(wanjiru.fill(step, step, "kind", "visit", "title", "Ask about her brother", "day", Town.today().plusDays(3).toString()).status()).isEqualTo(303);
        CaseStory.in(haki, town).of("Devi Rana").ownedBy(town.leila.id()).open();
        CaseStory.in(haki, town).of("Grace Auma").fencedIn().open();
        var phone = field.device("Phone 1", town.wanjiru);
        var lines = list(phone).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f-]{17},\\w{4}-\\w{4}-\\w{5} · A\\. T\\. · Kibra,1," + Code.shown(file.code())
                + ",A\\. T\\.,Kibra,Visit," + Town.today().plusDays(3));
        assertThat(lines.get(1)).doesNotContain("Asha", "Thapa", "mill", "brother", file.id().toString(), file.client().toString());
        assertThat(town.leila.signedIn().get(file.path() + "/openings").text()).as("and the trail says that it stood there").contains("Wanjiru Otieno");
    }

    @Test
    void the_list_changes_with_the_cases_and_what_is_known_is_not_sent_again() throws IOException {
        var phone = field.device("Phone 1", town.wanjiru);
        var entry = entry(phone, "listed");
        assertThat(entry).containsEntry("type", "entityList").containsKeys("integrityUrl");
        var first = phone.get(entry.get("downloadUrl"));
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo('"' + entry.get("hash").substring(4) + '"');
        assertThat(phone.get(entry.get("downloadUrl"), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(entry(phone, "listed")).as("nothing changed").isEqualTo(entry);
        var id = new String(first.body(), StandardCharsets.UTF_8).lines().toList().get(1).split(",")[0];
        assertThat(phone.integrity(entry.get("integrityUrl"), id, UUID.randomUUID().toString()).values()).containsExactly("false", "true");
        assertThat(field.device("Phone 2", town.wanjiru).integrity(entry(field.device("Phone 3", town.wanjiru), "listed").get("integrityUrl"), id).values())
                .as("another phone's id is none").containsExactly("true");
        var wanjiru = town.wanjiru.signedIn();
        var step = file.path() + "/activities/new";
        wanjiru.fill(step, step, "kind", "call", "title", "Call", "day", Town.today().plusDays(1).toString());
        assertThat(phone.get(entry.get("downloadUrl"), "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(list(phone)).contains(id + ",").contains(",2," + Code.shown(file.code())).contains("Call");
        var team = file.path() + "/assignment";
        assertThat(town.leila.signedIn().fill(team, team, "owner", town.leila.id().toString()).status()).isEqualTo(303);
        assertThat(list(phone)).as("given to somebody else").hasLineCount(1);
        assertThat(phone.integrity(entry.get("integrityUrl"), id).values()).containsExactly("true");
        assertThat(entry(phone, "listed").get("hash")).isNotEqualTo(entry.get("hash"));
    }

    @Test
    void cases_of_restricted_types_and_those_kept_to_a_team_stand_there_only_when_the_data_protection_officer_said_so() throws IOException {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "gbv", Op.own());
        var restricted = new CaseStory(haki, town, "Lulu Achieng", town.wanjiru.id(), "normal", true, "given", "gbv").open();
        var phone = field.device("Phone 1", town.wanjiru);
        assertThat(list(phone)).doesNotContain(Code.shown(restricted.code())).hasLineCount(2);
        var ines = town.ines.signedIn();
        assertThat(ines.get("/more").text()).contains("Cases on phones");
        assertThat(ines.fill("/settings/phone-cases", "/settings/phone-cases/restricted", "restricted", "yes").status()).isEqualTo(303);
        assertThat(list(phone)).contains(Code.shown(restricted.code())).hasLineCount(3);
        assertThat(list(field.device("Phone of Leila", town.leila))).as("nor then on another's").doesNotContain(Code.shown(restricted.code()));
        assertThat(field.asked("select string_agg(act, ' ' order by seq) from haki.audit_entry where org_id = haki.org() and act like 'phone.restricted\\_%'"))
                .isEqualTo("phone.restricted_on");
        assertThat(ines.fill("/settings/phone-cases", "/settings/phone-cases/restricted", "restricted", "no").status()).isEqualTo(303);
        assertThat(list(phone)).doesNotContain(Code.shown(restricted.code()));
    }

    @Test
    void a_follow_up_names_the_case_as_the_list_does_and_stands_in_it() throws IOException {
        var phone = field.device("Phone 1", town.wanjiru);
        var id = list(phone).lines().toList().get(1).split(",")[0];
        assertThat(phone.submit(visit("uuid:1", id), List.of()).status()).isEqualTo(201);
        var wanjiru = town.wanjiru.signedIn();
        assertThat(wanjiru.get(file.path()).text()).contains("Home visit (", "Worse");
        var sheet = wanjiru.get(file.path()).body().replaceAll("(?s).*href=\"(/forms/[^\"]*/sheets/[^\"]*)\".*", "$1");
        assertThat(wanjiru.get(sheet).text()).contains(Code.shown(file.code())).doesNotContain(id);
        assertThat(phone.submit(visit("uuid:2", UUID.randomUUID().toString()), List.of()).status()).as("taken, though it names none").isEqualTo(201);
        assertThat(wanjiru.get(file.path()).text().split("Home visit \\(", -1)).hasSize(2);
        assertThat(wanjiru.get("/cases/" + id).status()).as("and it leads nowhere else").isEqualTo(404);
        assertThat(wanjiru.get(form + "/new?on=" + file.code()).text()).as("a page offers the same").contains("A. T.");
    }

    @Test
    void a_form_without_entities_gets_a_plain_list_and_codes_alone_where_it_asks_for_no_more() throws IOException {
        bringing(PLAIN, "codes");
        var phone = field.device("Phone 1", town.wanjiru);
        var entry = entry(phone, "plain");
        assertThat(entry).doesNotContainKeys("type", "integrityUrl");
        var text = new String(phone.get(entry.get("downloadUrl")).body(), StandardCharsets.UTF_8);
        assertThat(text).contains(Code.shown(file.code())).doesNotContain("A. T.");
    }

    private String bringing(String markdown, String shows) {
        return field.forms.bringing(markdown, shows).replace("/settings", "");
    }

    private static String list(CollectClient phone) throws IOException {
        return new String(phone.get(entry(phone, "listed").get("downloadUrl")).body(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> entry(CollectClient phone, String formId) throws IOException {
        var listed = phone.formList().stream().filter(one -> one.get("formID").equals(formId)).findFirst().orElseThrow();
        return phone.manifest(listed.get("manifestUrl")).stream().filter(one -> one.get("filename").equals("cases.csv")).findFirst().orElseThrow();
    }

    private static byte[] visit(String instance, String named) {
        return Field.xml("listed", "1", instance, "", "<case_code>" + named + "</case_code><result>worse</result><words>She fell.</words>");
    }
}
