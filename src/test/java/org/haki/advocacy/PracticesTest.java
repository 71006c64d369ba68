package org.haki.advocacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.AtAnOffice;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.cases.CaseFile;
import org.haki.cases.Purges;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sent away at an office: what it did is drafted within the visit, names nobody, and is kept or rejected by somebody else. */
@HakiTest
class PracticesTest {

    private static final Pattern DRAFT = Pattern.compile("href=\"/observations/([0-9a-f-]{36})\"");

    @Autowired ApplicationContext haki;
    @Autowired Work work;
    @Autowired JdbcClient jdbc;

    private Town town;
    private CaseFile file;
    private Visitor wanjiru;
    private Visitor leila;
    private String registry;
    private String police;
    private String sheet;

    @BeforeEach
    void a_case_and_two_institutions() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).of("Asha Rahman").open();
        registry = new AtAnOffice(town).registry("Kibra registry");
        police = new AtAnOffice(town).registry("Gate police");
        wanjiru = town.wanjiru.signedIn();
        leila = town.leila.signedIn();
        sheet = file.path() + "/observations";
    }

    @Test
    void who_does_no_work_in_cases_drafts_nothing_and_who_answers_for_no_office_sees_no_list() {
        var id = drafted("bribe");
        for (var person : List.of(town.fatou, town.tomasz, town.ines)) {
            var visitor = person.signedIn();
            for (var path : List.of(sheet + "/new", sheet + "/" + id, "/observations", "/observations/" + id)) {
                assertThat(visitor.get(path).status()).as(person.signInName() + " " + path).isEqualTo(403);
            }
        }
        assertThat(wanjiru.get("/observations").status()).isEqualTo(403);
        assertThat(wanjiru.get(file.path()).text()).contains("Sent away");
        assertThat(town.fatou.signedIn().get(file.path()).body()).doesNotContain("/observations");
    }

    @Test
    void another_organisation_another_office_and_who_is_not_in_the_team_of_a_fenced_case_find_nothing_of_it() {
        var id = drafted("bribe");
        for (var person : List.of(town.sushila, town.prem, town.mateo)) {
            var visitor = person.signedIn();
            for (var path : List.of(sheet + "/new", sheet + "/" + id, "/observations/" + id)) {
                assertThat(visitor.get(path).status()).as(person.signInName() + " " + path).isEqualTo(404);
            }
        }
        var there = town.person(town.riverbend, "Omar There", "omar", new Membership("supervisor", town.oldbridge.id())).signedIn();
        assertThat(there.get("/observations").text()).contains("No draft waits").doesNotContain("Kibra");
        assertThat(leila.get("/observations").body()).contains(id);
        var fence = file.path() + "/fence";
        assertThat(wanjiru.fill(fence, fence, "fenced", "yes", "reason", "danger").status()).isEqualTo(303);
        var hana = town.person(town.riverbend, "Hana Abebe", "hana", Town.everywhere("supervisor")).signedIn();
        assertThat(hana.get("/observations").body()).as("not of the team").doesNotContain(id, "Kibra");
        assertThat(hana.get("/observations/" + id).status()).isEqualTo(404);
        assertThat(wanjiru.get("/observations/" + id).status()).isEqualTo(200);
    }

    @Test
    void chip_amount_done_drafts_it_at_the_office_that_the_case_has_to_do_with_and_counts_it_once() {
        var tomasz = town.tomasz.signedIn();
        tomasz.fill("/settings/case-types", "/settings/case-types/adoptions", "type", "paralegal_id");
        var code = new AtAnOffice(town).application(wanjiru, "Hodan Warsame", police);
        var path = "/cases/" + code;
        var form = wanjiru.get(path + "/observations/new").form(path + "/observations");
        assertThat(form.value("institution")).as("where it was handed in").isEqualTo(police);
        assertThat(form.value("currency")).as("what is paid with there").isEqualTo("KES");
        var words = new String[] {"practices", "bribe", "amount", "১,৫০০"};
        var answer = form.send(words);
        assertThat(answer.location()).startsWith(path).endsWith("#observations");
        assertThat(form.send(words).status()).as("sent twice").isEqualTo(303);
        var story = wanjiru.get(path);
        assertThat(story.text()).contains("Bad practices", "Asked for an unofficial payment or a favour", "Gate police", "1,500.00", "Take back");
        assertThat(DRAFT.matcher(story.body()).results().count()).as("once").isOne();
        assertThat(counted("bribe")).isEqualTo("1 civil_registry");
        assertThat(asked("select amount::text || currency from haki.practice_observation where org_id = haki.org()")).isEqualTo("150000KES");
    }

    @Test
    void it_opens_from_a_visit_with_the_institution_at_which_that_was() {
        assertThat(wanjiru.fill(file.path() + "/activities/new", file.path() + "/activities/new", "kind", "visit", "title", "Go and ask", "place", "gate police",
                "day", LocalDate.now().plusDays(1).toString()).status()).isEqualTo(303);
        var step = Pattern.compile("/activities/([0-9a-f-]{36})\"[^>]*>Go and ask").matcher(wanjiru.get(file.path()).body());
        assertThat(step.find()).isTrue();
        var opens = sheet + "/new?step=" + step.group(1);
        assertThat(wanjiru.get(file.path() + "/activities/" + step.group(1)).body()).contains("href=\"" + opens + "\"");
        assertThat(wanjiru.get(opens).form(sheet).value("institution")).isEqualTo(police);
        assertThat(wanjiru.get(sheet + "/new?step=" + file.id()).status()).as("no such step").isEqualTo(404);
    }

    @Test
    void what_needs_another_look_is_said_at_its_field_and_stays_as_typed() {
        var form = form();
        assertThat(form.send("institution", registry).text()).contains("Choose what happened");
        assertThat(form.send("practices", "bribe").text()).contains("Choose the institution");
        var again = form.send("practices", "bribe", "institution", registry, "amount", "much", "currency", "XYZ1");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.form(sheet).value("amount")).isEqualTo("much");
        assertThat(form.send("practices", "bribe", "institution", registry, "amount", "1.2.3").text()).contains("Write the amount in figures");
        assertThat(form.send("practices", "bribe", "institution", registry, "day", LocalDate.now().plusDays(3).toString()).text()).contains("This day lies ahead");
        assertThat(form.send("practices", "stole", "institution", registry).status()).as("no such practice").isEqualTo(422);
        assertThat(form.send("practices", "bribe", "institution", file.id().toString()).status()).as("no such institution").isEqualTo(422);
        assertThat(asked("select count(*)::text from haki.practice_observation where org_id = haki.org()")).isEqualTo("0");
    }

    @Test
    void P24_a_name_from_the_case_is_flagged_in_any_spelling_and_whoever_says_that_it_is_none_is_believed_and_looked_at() {
        for (var words : List.of("They asked for Rahman's card.", "Rahmans father was shouted at.", "ASHA had to wait", "রহমানের কার্ড")) {
            var again = form().send("practices", "bribe", "institution", registry, "text", words);
            assertThat(again.status()).as(words).isEqualTo(422);
            assertThat(again.text()).as(words).contains("a name of somebody in the case");
        }
        assertThat(form().send("practices", "bribe", "institution", registry, "text", "The guard asked for tea money.").status()).isEqualTo(303);
        assertThat(form().send("practices", "delay", "institution", registry, "text", "Asha means hope, they said.", "kept", "yes").status()).isEqualTo(303);
        assertThat(leila.get("/observations?practice=bribe").text()).doesNotContain("May hold a name");
        var list = leila.get("/observations?practice=delay");
        assertThat(list.text()).contains("May hold a name");
        assertThat(leila.get("/observations/" + first(list)).text()).contains("Asha means hope", "Look at it before you keep it");
        assertThat(asked("select count(*)::text from haki.practice_observation where encode(sealed, 'escape') like '%tea money%'")).isEqualTo("0");
    }

    @Test
    void whoever_wrote_it_takes_it_back_within_a_day_and_nothing_of_it_counts() {
        var id = drafted("bribe");
        var undo = wanjiru.get(file.path()).form(sheet + "/" + id + "/undoing");
        assertThat(leila.get(file.path()).hasForm(sheet + "/" + id + "/undoing")).as("not somebody else").isFalse();
        assertThat(undo.send().status()).isEqualTo(303);
        assertThat(wanjiru.get(file.path()).body()).doesNotContain("/observations/" + id);
        assertThat(leila.get("/observations/" + id).status()).isEqualTo(404);
        assertThat(counted("bribe")).isNull();
        var late = drafted("delay");
        var form = wanjiru.get(file.path()).form(sheet + "/" + late + "/undoing");
        change("update haki.practice_observation set recorded_at = recorded_at - interval '25 hours'");
        assertThat(form.send().status()).isEqualTo(409);
        assertThat(wanjiru.get(file.path()).hasForm(sheet + "/" + late + "/undoing")).isFalse();
    }

    @Test
    void somebody_else_keeps_it_gives_it_back_or_rejects_it_with_a_reason_and_what_is_rejected_counts_no_longer() {
        var id = drafted("bribe");
        assertThat(leila.get("/today").text()).contains("1 bad practice was noted");
        var one = "/observations/" + id;
        var page = leila.get(one);
        assertThat(page.form(one + "/rejection").send().text()).contains("Choose why");
        assertThat(page.form(one + "/check").send().status()).isEqualTo(303);
        assertThat(page.form(one + "/check").send().status()).as("sent twice").isEqualTo(303);
        assertThat(wanjiru.get(one).text()).contains("kept", "Leila Marzouq");
        assertThat(wanjiru.get(sheet + "/" + id).status()).as("what is kept is not put right").isEqualTo(409);
        assertThat(leila.get("/observations?state=checked").body()).contains(id);
        assertThat(leila.get("/observations").body()).doesNotContain(id);
        var back = leila.get(one).form(one + "/return");
        assertThat(back.send("reason", "wrong_institution").status()).isEqualTo(303);
        assertThat(wanjiru.get(one).text()).contains("Given back because It was another institution");
        assertThat(wanjiru.fill(sheet + "/" + id, sheet + "/" + id, "institution", police).status()).isEqualTo(303);
        assertThat(counted("bribe")).as("still once").startsWith("1 ");
        assertThat(page.form(one + "/rejection").send("reason", "not_bad").status()).as("from a page of before").isEqualTo(409);
        assertThat(leila.get(one).form(one + "/rejection").send("reason", "not_bad").status()).isEqualTo(303);
        assertThat(counted("bribe")).isNull();
        assertThat(wanjiru.get(file.path()).body()).doesNotContain(one);
        assertThat(leila.get(one).forms()).extracting(Page.Form::action).doesNotContain(one + "/check", one + "/return");
    }

    @Test
    void nobody_decides_about_what_she_wrote_herself() {
        assertThat(leila.fill(sheet + "/new", sheet, "practices", "bribe", "institution", registry).status()).isEqualTo(303);
        var id = first(leila.get("/observations"));
        var one = "/observations/" + id;
        assertThat(leila.get(one).hasForm(one + "/check")).isFalse();
        var csrf = leila.get(one).form(sheet + "/" + id + "/undoing");
        for (var deed : List.of("check", "rejection", "return")) {
            assertThat(new Page.Form(leila, one + "/" + deed, csrf.with("reason", "other")).send().status()).as(deed).isEqualTo(409);
        }
        assertThat(asked("select state from haki.practice_observation where org_id = haki.org()")).isEqualTo("draft");
    }

    @Test
    void drafts_are_found_by_institution_practice_and_month() {
        drafted("bribe");
        assertThat(form().send("practices", "delay", "institution", police, "day", "2026-01-15").status()).isEqualTo(303);
        assertThat(leila.get("/observations").text()).contains("Slower than the law", "Gate police", "Kibra registry");
        for (var path : List.of("?institution=" + police, "?practice=delay", "?month=2026-01")) {
            var found = leila.get("/observations" + path).body().replaceAll("(?s)<form.*?</form>", "");
            assertThat(found).as(path).contains("Slower than the law").doesNotContain("unofficial payment");
        }
        assertThat(leila.get("/observations?practice=delay&institution=" + registry).text()).contains("Nothing here matches");
        for (var path : List.of("?state=gone", "?practice=gone", "?month=soon", "?after=soon", "?institution=gone")) {
            assertThat(leila.get("/observations" + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void P42_when_its_case_is_destroyed_it_keeps_neither_words_nor_case_nor_day_and_can_still_be_decided() {
        assertThat(form().send("practices", "bribe", "institution", registry, "day", "2026-01-15", "text", "The guard asked for tea money.").status())
                .isEqualTo(303);
        var id = first(leila.get("/observations"));
        change("update haki.activity set state = 'cancelled', reason = 'no_longer_needed'");
        change("update haki.case_file set status = 'archived', closing_at = now(), closed_at = now(), archived_at = now()");
        var purges = haki.getBean(Purges.class);
        var hana = town.person(town.riverbend, "Hana Abebe", "hana", Town.everywhere("supervisor"));
        purges.propose(town.leila.actor(), file.code(), "erasure", Op.own());
        purges.approve(hana.actor(), file.code(), Op.own());
        assertThat(asked("select coalesce(case_id::text, '') || coalesce(encode(sealed, 'hex'), '') || seen_on from haki.practice_observation where org_id = haki.org()"))
                .isEqualTo("2026-01-01");
        assertThat(asked("select count(*)::text from facts.link where object_id = '" + id + "'")).isEqualTo("0");
        assertThat(counted("bribe")).as("the figures stay").startsWith("1 ");
        var one = "/observations/" + id;
        assertThat(leila.get(one).text()).contains("January 2026", "It was destroyed").doesNotContain("tea money");
        assertThat(wanjiru.get(sheet + "/" + id).status()).isEqualTo(404);
        assertThat(leila.get(one).form(one + "/check").send().status()).isEqualTo(303);
        assertThat(town.mateo.signedIn().get(one).status()).as("another office").isEqualTo(404);
    }

    @Test
    void of_more_institutions_than_are_drawn_one_is_found_by_a_part_of_its_name() {
        var lines = new StringBuilder();
        for (int i = 10; i < 65; i++) {
            lines.append("Ward office ").append(i).append(", other\n");
        }
        var tomasz = town.tomasz.signedIn();
        assertThat(tomasz.fill("/settings/institutions", "/settings/institutions/lines", "lines", lines.toString()).status()).isEqualTo(303);
        var form = form();
        assertThat(form.fields()).noneMatch(field -> field.getKey().equals("institution"));
        assertThat(form.send("practices", "bribe", "named", "nowhere").text()).contains("No institution is called so");
        var several = form.send("practices", "bribe", "named", "office 1");
        assertThat(several.text()).contains("Several institutions are called so", "Ward office 12").doesNotContain("Ward office 22");
        assertThat(form.send("practices", "bribe", "named", "ward office 41").status()).isEqualTo(303);
        assertThat(wanjiru.get(file.path()).text()).contains("Ward office 41");
    }

    private Page.Form form() {
        return wanjiru.get(sheet + "/new").form(sheet);
    }

    private String drafted(String practice) {
        assertThat(form().send("practices", practice, "institution", registry).status()).isEqualTo(303);
        return first(wanjiru.get(file.path()));
    }

    private static String first(Page page) {
        var found = DRAFT.matcher(page.body());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    /** How often this practice counts, and of which kind the institution is; {@code null} where it does not. */
    private String counted(String practice) {
        return work.as(town.riverbendSystem(), "case.archive", () -> {
            jdbc.sql("set local role haki_reports").update();
            var counted = jdbc.sql("""
                            select count(*) || ' ' || f.reason from facts.fact f where org_id = haki.org() and kind = 'observation' and outcome = :practice
                            and countable and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id) group by f.reason""")
                    .param("practice", practice).query(String.class).optional().orElse(null);
            jdbc.sql("set local role none").update();
            return counted;
        });
    }

    private String asked(String sql) {
        return work.as(town.riverbendSystem(), "case.archive", () -> jdbc.sql(sql).query(String.class).single());
    }

    private void change(String sql) {
        work.as(town.riverbendSystem(), "case.archive", () -> jdbc.sql(sql + " where org_id = haki.org()").update());
    }
}
