package org.haki.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.access.FoundOrganisation;
import org.haki.access.Membership;
import org.haki.access.Organisations;
import org.haki.activities.Activities;
import org.haki.activities.CompleteActivity;
import org.haki.activities.PlanActivity;
import org.haki.activities.RecordActivity;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Closings;
import org.haki.cases.Consents;
import org.haki.cases.Decision;
import org.haki.cases.ProposeClosing;
import org.haki.cases.Verifications;
import org.haki.cases.VerifyClosing;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.reports.WorkersPage.Closed;
import org.haki.reports.WorkersPage.Line;
import org.haki.reports.WorkersPage.Results;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leila looks at what each of her paralegals carries, how soon it is written down and what comes of it. */
@HakiTest
@Import(TestClock.class)
class WorkersTest {

    private static final Results NOTHING = new Results(null, new Closed(0, 0, 0, 0, 0), 0, 0, 0, 0);
    private static final String PATH = "/reports/workers";

    @Autowired ApplicationContext haki;
    @Autowired TestClock clock;
    @Autowired Workers workers;
    @Autowired Activities activities;
    @Autowired Closings closings;
    @Autowired Verifications verifications;

    private Town town;

    @BeforeEach
    void a_town() {
        clock.reset();
        town = Town.in(haki);
    }

    @AfterEach
    void today_again() {
        clock.reset();
    }

    @Test
    void whoever_answers_for_nobody_is_refused() {
        assertThat(town.stranger().get(PATH).status()).isNotEqualTo(200);
        var evaluator = town.person(town.riverbend, "Moses Kip", "moses", new Membership("evaluator", null));
        for (var person : List.of(town.wanjiru, evaluator, town.tomasz, town.ines)) {
            assertThat(person.signedIn().get(PATH).status()).as(person.signInName()).isEqualTo(403);
        }
    }

    @Test
    void who_answers_for_one_office_sees_its_workers_only() {
        closed(open(), town.wanjiru, "solved", "confirmed");
        var hers = new Membership("supervisor", town.oldbridge.id());
        var rosa = town.person(town.riverbend, "Rosa Quispe", "rosa", hers);
        var also = town.person(town.riverbend, "Imani Njoroge", "imani", hers, new Membership("caseworker", town.mainDesk.id()));
        for (var reader : List.of(rosa, also)) {
            for (var office : List.of("", town.mainDesk.id().toString())) {
                var lines = workers.page(reader.actor(), "", "", office).lines();
                assertThat(lines).extracting(Line::name).contains("Mateo Condori").doesNotContain("Wanjiru Otieno");
                assertThat(lines).as("nothing of the Main desk").allMatch(line -> line.now().equals(NOTHING) && line.open() == 0);
            }
        }
        assertThat(workers.page(town.prem.actor(), "", "", "").lines()).extracting(Line::name).doesNotContain("Wanjiru Otieno", "Mateo Condori");
        assertThat(workers.page(town.leila.actor(), "", "", town.oldbridge.id().toString()).lines()).allMatch(line -> line.now().equals(NOTHING));
        assertThat(rosa.signedIn().get(PATH).body()).contains("Mateo Condori").doesNotContain("Wanjiru Otieno");
    }

    @Test
    void a_fortnight_beside_the_one_before_is_a_recount_of_its_deeds() {
        closed(open(), town.wanjiru, "solved", "confirmed");
        follow(open(), 2, 0);
        clock.pass(Duration.ofDays(14));
        closed(open(), town.wanjiru, "solved", "partly");
        closed(open(), town.wanjiru, "unsolved", "unreachable");
        closed(open(), town.wanjiru, "solved", "disputed");
        closed(open(), town.leila, "solved", "declined");
        follow(open(), 1, 3);

        var today = today();
        var page = workers.page(town.leila.actor(), today.minusDays(13).toString(), today.toString(), "");
        var hers = line(page, "Wanjiru Otieno");
        assertThat(hers.now()).isEqualTo(new Results(null, new Closed(1, 0, 1, 0, 0), 1, 2, 0, 1));
        assertThat(hers.before().closed()).isEqualTo(new Closed(1, 0, 0, 0, 0));
        assertThat(hers.before().confirmed()).isEqualTo(1);
        assertThat(hers.before().checked()).isEqualTo(1);
        assertThat(hers.before().inTime()).isEqualTo(1);
        assertThat(hers.before().followups()).isEqualTo(1);
        assertThat(line(page, "Leila Marzouq").now().closed()).as("who proposed it, not who checked it").isEqualTo(new Closed(1, 0, 0, 0, 0));
        assertThat(page.lines()).as("who only checks works no cases").extracting(Line::name).doesNotContain("Fatou Sané");
    }

    @Test
    void what_is_open_and_late_is_of_this_moment_and_leads_to_its_cases() {
        var file = open();
        open();
        CaseStory.in(haki, town).ownedBy(null).open();
        plan(file, 1);
        clock.pass(Duration.ofDays(5));
        var hers = line(workers.page(town.leila.actor(), "", "", ""), "Wanjiru Otieno");
        assertThat(hers.open()).isEqualTo(2);
        assertThat(hers.late()).isEqualTo(1);
        assertThat(hers.longest()).isEqualTo(4);
        assertThat(workers.page(town.leila.actor(), "", "", "").lines().getLast()).as("what nobody has yet").satisfies(nobody -> {
            assertThat(nobody.person()).isNull();
            assertThat(nobody.open()).isEqualTo(1);
        });
        var leila = town.leila.signedIn();
        var body = leila.get(PATH).body();
        var link = "/cases?owner=" + town.wanjiru.id() + "&amp;status=open";
        assertThat(body).contains(link).doesNotContain("Asha");
        assertThat(leila.get(link.replace("&amp;", "&")).body()).contains(file.code());
    }

    @Test
    void how_soon_it_is_written_down_is_told_of_the_days_of_writing_also_where_it_is_counted_only_later() {
        var agreed = open();
        happened(agreed, 20);
        happened(agreed, 4);
        happened(agreed, 0);
        var asked = CaseStory.in(haki, town).consentNotYetAsked().open();
        settle(asked);
        happened(asked, 9);
        happened(asked, 9);
        assertThat(lag()).as("whose client was not asked is not counted").isEqualTo(4);
        haki.getBean(Consents.class).record(town.wanjiru.actor(), asked.code(), new Decision("reporting", "given", "verbal_phone", "self", "en"), op(asked));
        assertThat(lag()).isEqualTo(9);
        var tomorrow = LocalDate.now(town.riverbend.zone()).plusDays(1);
        var next = line(workers.page(town.leila.actor(), tomorrow.toString(), tomorrow.plusDays(13).toString(), ""), "Wanjiru Otieno");
        assertThat(next.now().lag()).isNull();
        assertThat(next.before().lag()).isEqualTo(9);
    }

    @Test
    void a_case_whose_client_was_not_asked_is_in_nobodys_results() {
        var asked = CaseStory.in(haki, town).consentNotYetAsked().open();
        settle(asked);
        closed(asked, town.wanjiru, "solved", "confirmed");
        assertThat(line(workers.page(town.leila.actor(), "", "", ""), "Wanjiru Otieno").now()).isEqualTo(NOTHING);
    }

    @Test
    void where_nobody_works_cases_the_page_says_so() {
        var organisations = haki.getBean(Organisations.class);
        var newborn = Organisations.newborn(town.riverbend.zone());
        organisations.found(newborn, new FoundOrganisation("Lakeside", "lakeside-" + Id.next(), "KE", "Africa/Nairobi", "en", "Lakeside"));
        organisations.ready(newborn);
        var bishnu = town.person(organisations.of(newborn.org()), "Bishnu Karki", "bishnu", new Membership("director", null));
        assertThat(bishnu.signedIn().get(PATH).body()).contains("Nobody works cases here yet");
    }

    private CaseFile open() {
        var file = CaseStory.in(haki, town).open();
        settle(file);
        return file;
    }

    /** A new case begins with steps; here they are over, so that it can be closed. */
    private void settle(CaseFile file) {
        haki.getBean(Work.class).as(town.riverbendSystem(), "case.archive", () -> haki.getBean(JdbcClient.class)
                .sql("update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id")
                .param("id", file.id()).update());
    }

    private void closed(CaseFile file, Town.Person proposer, String outcome, String result) {
        closings.propose(proposer.actor(), file.code(), new ProposeClosing(outcome, "completed", "legal", "", "yes", ""), op(file));
        verifications.verify(town.fatou.actor(), file.code(), new VerifyClosing(result,
                result.equals("unreachable") ? "" : "client", result.equals("unreachable") ? "3" : "", ""), op(file));
    }

    /** A follow-up that was due in so many days and is done after so many. */
    private void follow(CaseFile file, int due, int after) {
        var id = plan(file, due);
        clock.pass(Duration.ofDays(after));
        activities.complete(town.wanjiru.actor(), file.code(), id, new CompleteActivity("", "now", "", "", "better", "", "", "", "", "", "", ""),
                new Op(Id.next(), 1, new byte[] {1}));
    }

    private UUID plan(CaseFile file, int due) {
        var path = activities.plan(town.wanjiru.actor(), file.code(),
                new PlanActivity("followup", "Ask her again", "", today().plusDays(due).toString(), "", "", "", "", ""), op(file));
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private void happened(CaseFile file, int daysAgo) {
        activities.record(town.wanjiru.actor(), file.code(), new RecordActivity("She came by.", "call", "day",
                today().minusDays(daysAgo).toString(), "00:00", "", "", "", "", "", ""), op(file));
    }

    private Integer lag() {
        return line(workers.page(town.leila.actor(), "", "", ""), "Wanjiru Otieno").now().lag();
    }

    private static Line line(WorkersPage page, String name) {
        return page.lines().stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), town.riverbend.zone());
    }

    private Op op(CaseFile file) {
        return new Op(Id.next(), haki.getBean(CaseFiles.class).open(town.leila.actor(), file.code()).version(), new byte[] {1});
    }
}
