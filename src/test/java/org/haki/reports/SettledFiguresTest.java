package org.haki.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.access.Organisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** P31: whoever sees figures and no cases can tell nobody by the difference of two looks. */
@HakiTest
class SettledFiguresTest {

    private static final List<String> PAGES = List.of("/reports", "/reports/indicators");

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Town.Person moses;
    private LocalDate first;
    private LocalDate last;

    /** Twelve women whose cases were opened early in a month whose figures stand, and a boy at its end: 13 less 12 would tell of him. */
    @BeforeEach
    void thirteen_clients() {
        town = Town.in(haki);
        moses = town.person(town.riverbend, "Moses Kip", "moses", Town.everywhere("monitor"));
        var month = Period.settled("", Town.today());
        first = month.from();
        last = month.to();
        opened(12, "female", "adult", first.plusDays(1), first.plusDays(2));
        opened(1, "male", "child", last, last);
    }

    @Test
    void P31_of_days_that_are_asked_for_no_reader_of_figures_gets_others_than_the_whole_month() {
        var evaluator = town.person(town.riverbend, "Mary Kip", "mary", Town.everywhere("evaluator"));
        for (var reader : List.of(moses, evaluator, town.tomasz, town.ines)) {
            var visitor = reader.signedIn();
            for (var page : PAGES) {
                var whole = figures(visitor, page + "?from=" + first + "&to=" + last);
                assertThat(figures(visitor, page)).as("the last month whose figures stand").isEqualTo(whole);
                for (var to : List.of(first, first.plusDays(6), last.minusDays(1), last.plusDays(1), last.plusMonths(2), Town.today())) {
                    assertThat(figures(visitor, page + "?from=" + first + "&to=" + to)).as("%s to %s for %s", page, to, reader.signInName()).isEqualTo(whole);
                    assertThat(figures(visitor, page + "?from=" + last + "&to=" + to)).as("%s from its last day to %s", page, to).isEqualTo(whole);
                }
                assertThat(figures(visitor, page + "?from=" + Town.today() + "&to=" + Town.today())).as("what is going on").isEqualTo(whole);
                assertThat(visitor.get(page).body()).contains("<select id=\"from\"").doesNotContain("type=\"date\"");
            }
        }
        assertThat(moses.signedIn().get("/reports/indicators").text()).contains("Opened 13", "Female …", "Male …", "beside the month before");
        var early = town.leila.signedIn().get("/reports/indicators?from=" + first + "&to=" + last.minusDays(1));
        assertThat(early.text()).as("who sees the cases asks for any days").contains("Opened 12");
        assertThat(early.body()).contains("type=\"date\"");
    }

    @Test
    void P31_what_is_taken_along_is_of_the_whole_month_too() {
        var form = moses.signedIn().get("/reports/download?page=indicators&from=" + last + "&to=" + last).forms().stream()
                .filter(one -> one.action().startsWith("/reports/download")).findFirst().orElseThrow();
        assertThat(form.send("kind", "csv", "current", moses.password()).body()).contains("From," + first + ",to," + last, "Opened,13,");
    }

    @Test
    void P31_what_is_written_down_later_changes_no_month_that_was_shown() {
        var before = moses.signedIn().get("/reports/indicators").text();
        opened(1, "female", "child", first.plusDays(3), first.plusMonths(1).plusDays(14));
        assertThat(moses.signedIn().get("/reports/indicators").text()).as("one that came late").isEqualTo(before);
        var whole = "/reports/indicators?from=" + first + "&to=" + last;
        assertThat(town.leila.signedIn().get(whole).text()).contains("Opened 14");
        takenBack();
        takenBack();
        assertThat(moses.signedIn().get("/reports/indicators").text()).as("two that were taken back").isEqualTo(before);
        assertThat(town.leila.signedIn().get(whole).text()).contains("Opened 12");
        opened(1, "female", "child", first.plusDays(3), first.plusMonths(1).plusDays(13));
        assertThat(moses.signedIn().get("/reports/indicators").text()).as("within the two weeks").contains("Opened 14");
    }

    @Test
    void P31_a_month_is_looked_at_only_when_nothing_more_is_counted_in_it() {
        for (var day = LocalDate.of(2027, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            var month = Period.settled("", day);
            assertThat(month.isMonth()).isTrue();
            assertThat(day).as("a day apart, for the zones").isAfter(month.from().plusMonths(1).plusDays(14));
            assertThat(day).isBefore(month.nextOpens().plusDays(1)).isBeforeOrEqualTo(month.nextOpens());
            assertThat(Period.settled("", month.nextOpens())).isEqualTo(Period.settled(month.nextOpens().toString(), month.nextOpens()))
                    .isNotEqualTo(month);
            assertThat(Period.settled(day.toString(), day)).isEqualTo(month);
            assertThat(Period.settled(month.before().to().toString(), day)).isEqualTo(month.before());
        }
    }

    /** P27: the results of closings add up to a number that is shown. */
    @Test
    void P31_of_results_that_add_up_none_is_hidden_alone() {
        closed("solved", 12);
        closed("unsolved", 3);
        assertThat(town.leila.signedIn().get("/reports/indicators?from=" + first + "&to=" + last).text()).contains("Closed 15");
        var text = moses.signedIn().get("/reports/indicators").text();
        assertThat(text).contains("Closed 15").doesNotContainPattern("[Aa]chieved 12\\b").doesNotContainPattern("[Aa]chieved 3\\b");
    }

    @Test
    void whoever_answers_for_one_office_takes_along_its_workers_and_reports_only() {
        var mary = town.person(town.riverbend, "Mary Kip", "mary", Town.everywhere("evaluator"), new Membership("supervisor", town.oldbridge.id()));
        var visitor = mary.signedIn();
        for (var page : List.of("workers", "intake")) {
            var form = visitor.get("/reports/download?page=" + page).forms().stream()
                    .filter(one -> one.action().startsWith("/reports/download")).findFirst().orElseThrow();
            var file = form.send("kind", "csv", "current", mary.password());
            assertThat(file.status()).as(page).isEqualTo(200);
            assertThat(file.body()).as(page).contains("Offices,Oldbridge").doesNotContain("Main desk", "Wanjiru");
        }
    }

    private void opened(int times, String sex, String age, LocalDate day, LocalDate written) {
        pass("""
                insert into facts.fact (org_id, id, ref, item, kind, on_day, recorded_at, office_id, sex, age_group)
                select :org, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'case_accepted', '%s', '%s 00:00 UTC', '%s', '%s', '%s'
                from generate_series(1, %d)""".formatted(day, written, town.mainDesk.id(), sex, age, times));
    }

    private void closed(String outcome, int times) {
        pass("""
                insert into facts.fact (org_id, id, ref, item, kind, on_day, recorded_at, office_id, case_type, outcome)
                select :org, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'case_closed', '%s', '%s', '%s', 'general', '%s'
                from generate_series(1, %d)""".formatted(first, first, town.mainDesk.id(), outcome, times));
    }

    /** One of the twelve that still counts, today. */
    private void takenBack() {
        pass("""
                insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, replaces)
                select org_id, gen_random_uuid(), ref, item, 'withdrawn', on_day, office_id, id from facts.fact f
                where org_id = :org and kind = 'case_accepted' and sex = 'female' and on_day = '%s'
                  and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id) limit 1""".formatted(first.plusDays(1)));
    }

    private void pass(String sql) {
        Everything.in(haki).pass(sql, town.riverbend);
    }

    /** What was counted so far, as if it had been done and written down in the last month whose figures stand. */
    static void settle(ApplicationContext haki, Organisation organisation) {
        var day = Period.settled("", LocalDate.now(organisation.zone())).from().plusDays(9);
        Everything.in(haki).pass("update facts.fact set on_day = '%s', recorded_at = '%s' where org_id = :org".formatted(day, day), organisation);
    }

    /** What a page says, but for the minute at which it was drawn. */
    private static String figures(Visitor visitor, String page) {
        return visitor.get(page).text().replaceAll(", \\d\\d:\\d\\d(?=;)", "");
    }
}
