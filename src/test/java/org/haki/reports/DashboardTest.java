package org.haki.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.cases.AdoptedTypes;
import org.haki.intake.IntakeDecided;
import org.haki.intake.IntakeReceived;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

/** Leila looks at how her desk is doing. */
@HakiTest
class DashboardTest {

    @Autowired
    private ApplicationContext haki;

    @Autowired
    private Dashboards dashboards;

    private Town town;
    private LocalDate today;

    @BeforeEach
    void town() {
        town = Town.in(haki);
        today = LocalDate.now(town.riverbend.zone());
    }

    @Test
    void a_stranger_sees_no_figures() {
        assertThat(town.stranger().get("/reports").status()).isNotEqualTo(200);
    }

    @Test
    void the_figures_of_a_period_are_a_recount_of_its_deeds() {
        report("phone", today, "accepted", true);
        report("web", today, "accepted", false);
        report("web", today.minusDays(3), "not_a_case", true);
        report("letter", today.minusDays(3), "declined", true);
        report("web", today.minusDays(3), null, false);
        report("web", today.minusDays(40), "accepted", true);
        report("web", today.minusDays(90), "accepted", true);

        var page = dashboards.page(town.leila.actor(), "", "", "", "");
        assertThat(page.now().received()).isEqualTo(5);
        assertThat(page.before().received()).isEqualTo(1);
        assertThat(page.now().decided()).isEqualTo(new DashboardPage.Decided(2, 0, 0, 1, 1));
        assertThat(page.now().decided().real()).isEqualTo(3);
        assertThat(page.now().inTime()).isEqualTo(2);
        assertThat(page.chart().all()).isEqualTo(5);
        assertThat(page.chart().phone()).isEqualTo(1);
        assertThat(page.chart().web()).isEqualTo(3);
        assertThat(page.chart().other()).isEqualTo(1);
        assertThat(page.answered().stream().mapToLong(DashboardPage.Answered::all).sum()).isEqualTo(3);
        assertThat(dashboards.page(town.prem.actor(), "", "", "", "").now().received()).as("another organisation").isZero();
    }

    @Test
    void the_figures_of_today_are_those_of_the_cases_that_the_reader_may_see() {
        CaseStory.in(haki, town).open();
        CaseStory.in(haki, town).of("Sita Rai").urgency("urgent").ownedBy(null).open();
        CaseStory.in(haki, town).of("Gita Lama").fencedIn().open();

        var fatous = dashboards.page(town.fatou.actor(), "", "", "", "").live();
        assertThat(fatous.cases().open()).as("the fenced case is not even counted for those outside its team").isEqualTo(2);
        assertThat(fatous.loads()).anySatisfy(load -> assertThat(load.name()).isEqualTo("Wanjiru Otieno"));
        assertThat(dashboards.page(town.wanjiru.actor(), "", "", "", "").live().cases().open()).isEqualTo(3);
        assertThat(dashboards.page(town.wanjiru.actor(), "", "", "", "").live().loads()).as("colleagues' loads are for who leads").isEmpty();
        assertThat(dashboards.page(town.tomasz.actor(), "", "", "", "").live()).as("an administrator sees no cases").isNull();
        assertThat(dashboards.page(town.leila.actor(), "", "", town.oldbridge.id().toString(), "").live().cases().open()).isZero();
    }

    @Test
    void a_case_whose_client_was_not_asked_is_in_no_figure_of_a_period() {
        CaseStory.in(haki, town).consentNotYetAsked().open();
        var page = dashboards.page(town.leila.actor(), "", "", "", "");
        assertThat(page.now().closed()).isZero();
        assertThat(page.live().cases().open()).isEqualTo(1);
    }

    /** P26, P27 */
    @Test
    void answers_are_counted_by_choice_and_what_is_small_is_hidden_with_another() {
        for (var type : List.of("gbv", "advice_office")) {
            haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), type, Op.own());
        }
        assertThat(town.leila.signedIn().get("/reports").text()).doesNotContain("By answers");
        answered("advice_office", "problem/topic", "labour", 12);
        answered("advice_office", "problem/topic", "grants", 7);
        answered("advice_office", "problem/topic", "child", 3);
        answered("gbv", "incidents/incident/core_type", "rape", 9);
        answered("gbv", "incidents/incident/place", "road", 6);
        answered("gbv", "incidents/incident/place", "school", 14);

        var leila = town.leila.signedIn();
        var office = leila.get("/reports?type=advice_office").text();
        assertThat(office).contains("By answers", "Cases of the type “Advice office”", "Numbers from 1 to 4 are hidden").containsPattern("Work\\D* 12\\b")
                .doesNotContainPattern("Grants\\D* 7\\b").containsPattern("All 22\\b");
        var violence = leila.get("/reports?type=gbv").text();
        assertThat(violence).contains("Numbers from 1 to 9 are hidden").containsPattern("Core type Too few to be shown").doesNotContainPattern("Road\\D* 6\\b")
                .doesNotContainPattern("School\\D* 14\\b").containsPattern("All 20\\b");
        assertThat(leila.get("/reports?from=2020-01-01&to=2020-12-31").text()).as("another year").doesNotContain("By answers");
        assertThat(town.prem.signedIn().get("/reports?type=gbv").text()).as("another organisation").doesNotContain("By answers");
    }

    private void answered(String type, String question, String choice, int times) {
        Everything.in(haki).counted(town.riverbend, town.mainDesk, type, question, choice, times);
    }

    @Test
    void every_reader_gets_a_page_whatever_stands_in_the_address() {
        CaseStory.in(haki, town).open();
        report("phone", today, "accepted", true);
        var monitor = town.person(town.riverbend, "Moses Kip", "moses", new Membership("monitor", null));
        for (var person : List.of(town.leila, town.wanjiru, town.tomasz, monitor)) {
            var visitor = person.signedIn();
            for (var query : List.of("", "?from=2026-01-01&to=2020-01-01", "?from=x&to=%00", "?from=0001-01-01&to=9999-12-31",
                    "?type=gbv", "?type=%00", "?office=" + Id.next(), "?from=2010-01-01&office=" + town.mainDesk.id())) {
                var page = visitor.get("/reports" + query);
                assertThat(page.status()).as("%s for %s", query, person.signInName()).isEqualTo(200);
                assertThat(page.body()).contains("How the desk is doing").doesNotContain("Asha");
            }
        }
    }

    private void report(String channel, LocalDate day, String decision, boolean inTime) {
        Actor leila = town.leila.actor();
        var intake = Id.next();
        var office = town.mainDesk.id();
        haki.getBean(Work.class).as(leila, "report.see", () -> {
            ApplicationEventPublisher events = haki;
            events.publishEvent(new IntakeReceived(intake, office, day, channel, "urgent", "adult", null));
            if (decision != null) {
                events.publishEvent(new IntakeDecided(intake, office, day, decision, "", "", channel, "urgent", "adult", "female",
                        90, inTime, null, leila.person()));
            }
        });
    }
}
