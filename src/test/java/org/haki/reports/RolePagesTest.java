package org.haki.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.activities.Activities;
import org.haki.activities.PlanActivity;
import org.haki.cases.CaseFile;
import org.haki.intake.IntakeDecided;
import org.haki.intake.IntakeReceived;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each role finds the figures it looks for, and behind each figure what was counted. */
@HakiTest
class RolePagesTest {

    private static final List<String> ROOMS = List.of("/reports", "/reports/mine", "/reports/intake", "/reports/workers", "/reports/indicators");

    @Autowired ApplicationContext haki;

    private Town town;
    private Town.Person dora;
    private Town.Person moses;
    private CaseFile file;

    @BeforeEach
    void a_town() {
        town = Town.in(haki);
        dora = town.person(town.riverbend, "Dora Quispe", "dora", Town.everywhere("director"));
        moses = town.person(town.riverbend, "Moses Kip", "moses", Town.everywhere("evaluator"));
        file = CaseStory.in(haki, town).open();
    }

    @Test
    void each_role_finds_its_own_rooms_and_no_others() {
        for (var path : ROOMS) {
            assertThat(town.stranger().get(path).status()).as(path).isNotEqualTo(200);
        }
        rooms(town.fatou, "/reports/mine");
        rooms(town.wanjiru, "/reports/intake", "/reports/workers");
        rooms(town.leila);
        rooms(dora, "/reports/mine", "/reports/intake");
        rooms(moses, "/reports/mine", "/reports/intake", "/reports/workers");
        rooms(town.tomasz, "/reports/mine", "/reports/intake", "/reports/workers");
        assertThat(moses.signedIn().get("/reports/rows?kind=case_accepted").status()).as("who sees figures only opens nothing").isEqualTo(403);
        assertThat(dora.signedIn().get("/reports/rows?kind=intake_received").status()).as("a director opens no report").isEqualTo(403);
        for (var kind : List.of("activity_done", "service_given", "case_accepted.activity_done", "referral_sent")) {
            assertThat(dora.signedIn().get("/reports/rows?kind=" + kind).status()).as("nor what was done in a case: " + kind).isEqualTo(403);
        }
        assertThat(town.fatou.signedIn().get("/reports/rows?kind=activity_done").status()).isEqualTo(403);
        for (var kind : List.of("incident", "answered", "consent_recorded", "observation", "contact_counted")) {
            assertThat(town.leila.signedIn().get("/reports/rows?kind=" + kind).status()).as(kind).isEqualTo(404);
        }
        assertThat(dora.signedIn().get("/reports/rows?kind=case_accepted&age_group=child").status()).as("nor who a client is").isEqualTo(403);
        var dozen = "a.b.c.d.e.f.g.h.i.j.k.l";
        assertThat(town.leila.signedIn().get("/reports/rows?kind=case_accepted&outcome=" + dozen + "&stage=" + dozen + "&reason=" + dozen + "&urgency=" + dozen
                + "&channel=" + dozen + "&result=" + dozen + "&case_type=" + dozen + "&service=" + dozen).status())
                .as("an address that would take all of the memory").isEqualTo(404);
    }

    private void rooms(Town.Person who, String... closed) {
        var visitor = who.signedIn();
        var start = visitor.get("/reports").body();
        for (var path : ROOMS) {
            boolean open = !List.of(closed).contains(path);
            assertThat(visitor.get(path).status()).as("%s for %s", path, who.signInName()).isEqualTo(open ? 200 : 403);
            assertThat(start.contains("href=\"" + path + "?")).as("%s named to %s", path, who.signInName()).isEqualTo(open);
        }
    }

    @Test
    void a_caseworker_finds_her_own_cases_and_what_is_late_in_them() {
        var theirs = CaseStory.in(haki, town).of("Sita Rai").ownedBy(null).open();
        late(file);
        var page = town.wanjiru.signedIn().get("/reports/mine");
        assertThat(page.text()).contains("How my cases are doing", "Late, the longest first", Code.shown(file.code()))
                .doesNotContain(Code.shown(theirs.code()));
        assertThat(page.body()).doesNotContain("Asha", "Sita");
    }

    @Test
    void an_operator_sees_when_reports_come_how_long_they_wait_and_why_they_are_declined() {
        report("phone", "declined", "no_capacity", 90);
        report("phone", "accepted", "", 180);
        report("web", "not_a_case", "prank", 5);
        var text = town.fatou.signedIn().get("/reports/intake").text();
        assertThat(text).containsPattern("Phone 2 2 of 2 1 h 3 h").containsPattern("We have no capacity 1 0").containsPattern("Abuse 1 0")
                .contains("When reports come, by hour", "Calls back", "nothing to count on these days");
        assertThat(town.prem.signedIn().get("/reports/intake").text()).as("another organisation").doesNotContain("Phone 2");
    }

    @Test
    void small_numbers_of_clients_are_hidden_from_everybody_and_other_small_ones_from_who_sees_figures_only_P26() {
        for (int i = 0; i < 11; i++) {
            opened("female", "adult");
        }
        opened("male", "child");
        var leilas = town.leila.signedIn().get("/reports/indicators").text();
        assertThat(leilas).containsPattern("Opened 1\\d \\d").contains("Numbers from 1 to 9 are hidden").doesNotContainPattern("Male 1\\b")
                .doesNotContainPattern("Under 18 1\\b");
        Everything.in(haki).pass("""
                insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, service)
                values (:org, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'activity_done', '%s', '%s', 'accompaniment')"""
                .formatted(today(), town.mainDesk.id()), town.riverbend);
        assertThat(town.leila.signedIn().get("/reports/indicators").text()).containsPattern("Went along 1\\b");
        SettledFiguresTest.settle(haki, town.riverbend);
        assertThat(moses.signedIn().get("/reports/indicators").text()).containsPattern("Went along …").doesNotContainPattern("Went along 1\\b");
    }

    @Test
    void every_figure_opens_what_was_counted_for_whoever_may() {
        late(file);
        report("phone", "declined", "no_capacity", 90);
        var leila = town.leila.signedIn();
        int opened = 0;
        for (var room : ROOMS) {
            for (var link : links(leila.get(room))) {
                var rows = leila.get(link);
                assertThat(rows.status()).as("%s on %s", link, room).isEqualTo(200);
                assertThat(rows.body()).as("%s on %s", link, room).contains("was counted").doesNotContain("Asha");
                opened++;
            }
        }
        assertThat(opened).as("links followed").isGreaterThan(15);
        var counted = leila.get("/reports/rows?kind=case_accepted");
        assertThat(counted.body()).contains(file.path());
        assertThat(counted.text()).as("of which type it is").contains("General case");
        assertThat(Everything.in(haki).trailOf(file.code())).as("what a list showed stands in its trail").contains("report.rows");
        assertThat(leila.get("/reports/late").body()).contains(file.path() + "/activities/");
        assertThat(leila.get("/reports/open?below=14").body()).contains(file.path());
        assertThat(leila.get("/reports/open").body()).doesNotContain(file.path());
    }

    @Test
    void a_figure_of_the_days_before_opens_what_was_counted_then() {
        Everything.in(haki).pass("update facts.fact set on_day = on_day - 31 where org_id = :org", town.riverbend);
        var leila = town.leila.signedIn();
        assertThat(leila.get("/reports/rows?kind=case_accepted").body()).doesNotContain(file.path());
        var then = links(leila.get("/reports/indicators")).stream().filter(link -> link.contains("case_accepted")).toList();
        assertThat(then).isNotEmpty().allSatisfy(link -> assertThat(leila.get(link).body()).contains(file.path()));
    }

    @Test
    void what_is_kept_to_its_team_is_counted_and_not_listed() {
        var fenced = CaseStory.in(haki, town).of("Gita Lama").fencedIn().open();
        var page = town.fatou.signedIn().get("/reports/rows?kind=case_accepted");
        assertThat(page.body()).contains(file.path(), "One more was counted that you may not open").doesNotContain(fenced.path());
        assertThat(town.mateo.signedIn().get("/reports/rows?kind=case_accepted").body()).as("another office").doesNotContain(file.path());
        assertThat(town.prem.signedIn().get("/reports/rows?kind=case_accepted").body()).as("another organisation").doesNotContain(file.path());
    }

    @Test
    void an_address_that_cannot_be_read_asks_for_nothing() {
        var leila = town.leila.signedIn();
        for (var query : List.of("", "?kind=nothing", "?kind=%00")) {
            assertThat(leila.get("/reports/rows" + query).status()).as(query).isEqualTo(404);
        }
        for (var query : List.of("?kind=case_closed&class=best&worker=me&month=x&after=x", "?kind=case_accepted.case_came&sex='&channel=%25",
                "?kind=activity_done&month=2026-01&in_time=maybe")) {
            assertThat(leila.get("/reports/rows" + query).status()).as(query).isEqualTo(200);
        }
        for (var query : List.of("/reports/late?person=x&of=%00", "/reports/open?below=x", "/reports/intake?from=x&to=%00", "/reports/mine?office=x")) {
            assertThat(leila.get(query).status()).as(query).isEqualTo(200);
        }
    }

    private static List<String> links(Page page) {
        var links = new ArrayList<String>();
        var matcher = Pattern.compile("href=\"(/reports/(?:rows|late|open)\\?[^\"]*)\"").matcher(page.body());
        while (matcher.find()) {
            links.add(matcher.group(1).replace("&amp;", "&"));
        }
        return links.stream().distinct().toList();
    }

    private void late(CaseFile of) {
        var path = haki.getBean(Activities.class).plan(town.wanjiru.actor(), of.code(),
                new PlanActivity("followup", "Ask her again", "", today().plusDays(1).toString(), "", "", "", "", ""),
                new Op(Id.next(), of.version(), new byte[] {1}));
        Everything.in(haki).pass("update haki.activity set due_on = '" + today().minusDays(4) + "' where org_id = :org and id = '"
                + path.substring(path.lastIndexOf('/') + 1) + "'", town.riverbend);
    }

    private void report(String channel, String decision, String reason, long minutes) {
        var intake = Id.next();
        haki.getBean(Work.class).as(town.leila.actor(), "report.see", () -> {
            haki.publishEvent(new IntakeReceived(intake, town.mainDesk.id(), today(), channel, "urgent", "adult", null));
            haki.publishEvent(new IntakeDecided(intake, town.mainDesk.id(), today(), decision, reason, "", channel, "urgent", "adult", "female", minutes,
                    true, null, town.leila.id()));
        });
    }

    private void opened(String sex, String age) {
        Everything.in(haki).pass("""
                insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, sex, age_group)
                values (:org, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'case_accepted', '%s', '%s', '%s', '%s')"""
                .formatted(today(), town.mainDesk.id(), sex, age), town.riverbend);
    }

    private LocalDate today() {
        return LocalDate.now(town.riverbend.zone());
    }
}
