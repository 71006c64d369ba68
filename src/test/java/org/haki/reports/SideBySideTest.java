package org.haki.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.access.Office;
import org.haki.intake.IntakeDecided;
import org.haki.intake.IntakeReceived;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.haki.reports.OfficeFigures.Share;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Dora leads all offices; Moses watches over the figures, and over nothing else. */
@HakiTest
class SideBySideTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Town.Person dora;
    private Town.Person moses;
    private LocalDate today;

    @BeforeEach
    void town() {
        town = Town.in(haki);
        dora = town.person(town.riverbend, "Dora Quispe", "dora", Town.everywhere("director"));
        moses = town.person(town.riverbend, "Moses Kip", "moses", Town.everywhere("monitor"));
        today = LocalDate.now(town.riverbend.zone());
    }

    @Test
    void whoever_works_in_one_office_gets_no_table_of_the_others() {
        reports(town.oldbridge, today, "accepted", 7);
        for (var somebody : List.of(town.wanjiru, town.mateo)) {
            assertThat(somebody.signedIn().get("/reports").text()).as(somebody.signInName()).doesNotContain("side by side");
        }
        assertThat(town.wanjiru.signedIn().get("/reports").text()).doesNotContain("Oldbridge");
        assertThat(town.prem.signedIn().get("/reports").text()).as("another organisation").doesNotContain("Oldbridge");
    }

    @Test
    void a_director_sees_all_offices_side_by_side_each_with_the_period_before() {
        reports(town.mainDesk, today, "accepted", 3);
        reports(town.mainDesk, today, "declined", 1);
        reports(town.mainDesk, today.minusDays(40), "accepted", 2);
        reports(town.oldbridge, today, "not_a_case", 2);
        var lines = offices(dora).lines();
        assertThat(lines).extracting(line -> line.office().name()).containsExactly("Main desk", "Oldbridge");
        var main = lines.getFirst();
        assertThat(main.received()).isEqualTo(new OfficeFigures.Beside(new Share(4L, null), new Share(2L, null)));
        assertThat(main.accepted()).isEqualTo(new OfficeFigures.Beside(new Share(3L, null), new Share(2L, null)));
        assertThat(main.inTime()).isEqualTo(new OfficeFigures.Beside(new Share(4L, 4L), new Share(2L, 2L)));
        assertThat(lines.getLast().received().now()).isEqualTo(new Share(2L, null));
        assertThat(lines.getLast().late()).isZero();
        var page = dora.signedIn().get("/reports");
        assertThat(page.text()).contains("The offices side by side", "Oldbridge 2").doesNotContain("…");
        assertThat(dora.signedIn().get("/reports?office=" + town.oldbridge.id()).text()).doesNotContain("side by side");
    }

    /** P26, P27 */
    @Test
    void a_monitor_finds_small_numbers_hidden_and_looks_at_no_office_alone() {
        reports(town.mainDesk, today, "accepted", 9);
        reports(town.oldbridge, today, "accepted", 3);
        SettledFiguresTest.settle(haki, town.riverbend);
        var lines = offices(moses).lines();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.received().now()).as("one alone could be reckoned from the total").isNull();
            assertThat(line.inTime().now()).isNull();
            assertThat(line.late()).as("today is of cases").isNull();
        });
        var page = moses.signedIn().get("/reports");
        assertThat(page.text()).contains("side by side", "Numbers from 1 to 4 are hidden", "12 reports came in").doesNotContain("Late now");
        assertThat(page.body()).doesNotContain("office=" + town.oldbridge.id());
        assertThat(moses.signedIn().get("/reports?office=" + town.oldbridge.id()).text()).as("as if it were not asked for")
                .contains("side by side").doesNotContain("3 reports came in");
        var mary = town.person(town.riverbend, "Mary Kip", "mary", Town.everywhere("evaluator"), new Membership("supervisor", town.mainDesk.id()));
        assertThat(mary.signedIn().get("/reports?office=" + town.mainDesk.id()).text()).as("her own would tell her the other").contains("side by side");
        reports(town.oldbridge, today, "accepted", 3);
        SettledFiguresTest.settle(haki, town.riverbend);
        assertThat(offices(moses).lines().getLast().received().now()).isEqualTo(new Share(6L, null));
    }

    @Test
    void a_rest_that_is_small_is_hidden_with_its_whole() {
        var shown = OfficeFigures.of(new ArrayList<>(List.of(both(town.mainDesk, 19, 20), both(town.oldbridge, 30, 30))), null, true);
        assertThat(shown.lines()).allSatisfy(line -> assertThat(line.inTime().now()).as("19 of 20 says one was late").isNull());
        var plain = OfficeFigures.of(List.of(both(town.mainDesk, 19, 20), both(town.oldbridge, 30, 30)), null, false);
        assertThat(plain.lines().getFirst().inTime().now()).isEqualTo(new Share(19L, 20L));
        var large = OfficeFigures.of(List.of(both(town.mainDesk, 15, 20), both(town.oldbridge, 30, 30)), null, true);
        assertThat(large.lines().getFirst().inTime().now()).isEqualTo(new Share(15L, 20L));
    }

    private static OfficeFigures.Both both(Office office, long inTime, long real) {
        var figures = new DashboardPage.Figures(real, new DashboardPage.Decided(real, 0, 0, 0, 0), inTime, 0, 0, 0, 0);
        return new OfficeFigures.Both(office, figures, figures);
    }

    private OfficeFigures offices(Town.Person reader) {
        return haki.getBean(Dashboards.class).page(reader.actor(), "", "", "", "").offices();
    }

    private void reports(Office office, LocalDate day, String decision, int times) {
        var leila = town.leila.actor();
        for (int i = 0; i < times; i++) {
            UUID intake = Id.next();
            haki.getBean(Work.class).as(leila, "report.see", () -> {
                haki.publishEvent(new IntakeReceived(intake, office.id(), day, "web", "urgent", "adult", null));
                haki.publishEvent(new IntakeDecided(intake, office.id(), day, decision, "", "", "web", "urgent", "adult", "female",
                        90, true, null, leila.person()));
            });
        }
    }
}
