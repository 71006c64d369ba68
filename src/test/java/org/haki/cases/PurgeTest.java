package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Problem;
import org.haki.people.Identity;
import org.haki.people.SafeContact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case comes to its end when its years are over or the client asks, by two people, and while nothing holds it. */
@HakiTest
class PurgeTest extends CaseTest {

    @Autowired Purges purges;
    @Autowired PurgeRepository repository;

    private Town.Person hana;

    @BeforeEach
    void a_second_supervisor() {
        hana = town.person(town.riverbend, "Hana Abebe", "hana", Town.everywhere("supervisor"));
    }

    @Test
    void only_an_archived_case_whose_years_are_over_is_destroyed_unless_the_client_asks() {
        refused(Problem.Kind.NOT_NOW, () -> purges.propose(leila, file.code(), "erasure", op()));
        close();
        refused(Problem.Kind.NOT_NOW, () -> purges.propose(leila, file.code(), "erasure", op()));
        closings.archive(leila, file.code(), op());
        refused(Problem.Kind.NOT_NOW, () -> purges.propose(leila, file.code(), "retention", op()));
        purges.propose(leila, file.code(), "erasure", op());
        assertThat(purges.of(leila, now()).proposal().ground()).isEqualTo("erasure");
        purges.withdraw(leila, file.code(), op());
        yearsAreOver(file);
        purges.propose(leila, file.code(), "retention", op());
    }

    @Test
    void nobody_destroys_alone_and_nobody_without_the_right() {
        archived();
        for (var other : List.of(wanjiru, fatou, town.tomasz.actor(), town.ines.actor())) {
            refused(Problem.Kind.NOT_YOURS, () -> purges.propose(other, file.code(), "erasure", op()));
        }
        refused(Problem.Kind.NOT_FOUND, () -> purges.propose(town.prem.actor(), file.code(), "erasure", op(1)));
        purges.propose(leila, file.code(), "erasure", op());
        refused(Problem.Kind.NOT_NOW, () -> purges.propose(hana.actor(), file.code(), "erasure", op()));
        refused(Problem.Kind.OWN_PROPOSAL, () -> purges.approve(leila, file.code(), op()));
        refused(Problem.Kind.NOT_YOURS, () -> purges.approve(wanjiru, file.code(), op()));
        refused(Problem.Kind.NOT_FOUND, () -> purges.approve(town.prem.actor(), file.code(), op(1)));
        assertThat(work.as(leila, "case.purge", () -> repository.purge(file.id()))).as("the database refuses, too").isFalse();
        assertThat(work.as(town.prem.actor(), "case.purge", () -> repository.purge(file.id()))).isFalse();
        assertThat(now().status()).isEqualTo(CaseStatus.ARCHIVED);
        purges.approve(hana.actor(), file.code(), op());
        refused(Problem.Kind.NOT_FOUND, () -> cases.open(leila, file.code()));
    }

    @Test
    void the_client_is_asked_for_and_her_case_is_gone_from_every_page() {
        archived();
        purges.propose(leila, file.code(), "erasure", op());
        var visitor = hana.signedIn();
        assertThat(visitor.get("/today").text()).contains("1 case is at the end of its years");
        assertThat(visitor.get("/retention").text()).contains("Proposed by Leila Marzouq");
        var page = visitor.get(file.path() + "/purge");
        var form = page.form(file.path() + "/purge/approval");
        assertThat(form.send().status()).isEqualTo(422);
        assertThat(form.send("sure", "yes").next().text()).contains("It is destroyed.", Code.shown(file.code()), "Leila Marzouq and Hana Abebe");
        for (var path : List.of("", "/history", "/consents", "/purge", "/people")) {
            assertThat(visitor.get(file.path() + path).status()).as(path).isEqualTo(404);
        }
        assertThat(visitor.get("/people/" + file.client()).status()).isEqualTo(404);
        assertThat(visitor.get("/people").text()).doesNotContain("Asha");
        assertThat(visitor.fill("/search", "/search", "q", "Asha Thapa").text()).doesNotContain(Code.shown(file.code()));
        assertThat(visitor.get("/cases?owner=everyone&status=archived").text()).doesNotContain(Code.shown(file.code()));
        assertThat(town.wanjiru.signedIn().get("/today").status()).isEqualTo(200);
        assertThat(count("select count(*) from haki.audit_entry where org_id = haki.org() and act = 'case.purged' and object_id = :id")).isOne();
    }

    @Test
    void a_hold_keeps_a_case_and_a_supervisor_sets_and_lifts_it_with_a_reason() {
        archived();
        refused(Problem.Kind.NOT_YOURS, () -> purges.hold(wanjiru, file.code(), "court", op()));
        purges.propose(leila, file.code(), "erasure", op());
        purges.hold(hana.actor(), file.code(), "court", op());
        refused(Problem.Kind.NOT_NOW, () -> purges.hold(leila, file.code(), "claim", op()));
        refused(Problem.Kind.NOT_NOW, () -> purges.approve(hana.actor(), file.code(), op()));
        assertThat(work.as(hana.actor(), "case.purge", () -> repository.purge(file.id()))).isFalse();
        var page = hana.signedIn().get(file.path() + "/purge");
        assertThat(page.text()).contains("On hold", "Proceedings in court; set by Hana Abebe", "A hold stands.");
        assertThat(page.form(file.path() + "/hold/lifting").send().status()).isEqualTo(422);
        purges.lift(leila, file.code(), "over", op());
        refused(Problem.Kind.NOT_NOW, () -> purges.lift(leila, file.code(), "over", op()));
        purges.approve(hana.actor(), file.code(), op());
        assertThat(count("select count(*) from haki.case_hold where case_id = :id and lift_reason = 'over'")).as("the hold stays told").isOne();
    }

    @Test
    void something_still_planned_keeps_a_case() {
        archived();
        asHaki("update haki.activity set state = 'planned', reason = '' where case_id = :id", file);
        refused(Problem.Kind.NOT_NOW, () -> purges.propose(leila, file.code(), "erasure", op()));
        assertThat(hana.signedIn().get(file.path() + "/purge").text()).contains("Something is still planned in it.");
    }

    @Test
    void one_who_does_not_agree_ends_the_proposal() {
        archived();
        purges.propose(leila, file.code(), "erasure", op());
        purges.withdraw(hana.actor(), file.code(), op());
        refused(Problem.Kind.NOT_NOW, () -> purges.approve(hana.actor(), file.code(), op()));
        refused(Problem.Kind.NOT_NOW, () -> purges.withdraw(hana.actor(), file.code(), op()));
    }

    @Test
    void where_nobody_else_may_agree_the_page_says_so() {
        close();
        var alone = Town.in(haki);
        var theirs = org.haki.CaseStory.in(haki, alone).open();
        assertThat(alone.leila.signedIn().get(theirs.path() + "/purge").text()).contains("Only an archived case comes to its end");
        work.as(alone.riverbendSystem(), "case.archive", () -> jdbc.sql("""
                update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id""").param("id", theirs.id()).update());
        work.as(alone.riverbendSystem(), "case.archive", () -> jdbc.sql("""
                update haki.case_file set status = 'archived', closing_at = now(), closed_at = now(), archived_at = now(),
                    purge_due = current_date - 1 where id = :id""").param("id", theirs.id()).update());
        var visitor = alone.leila.signedIn();
        assertThat(visitor.get(theirs.path() + "/purge").text()).contains("You cannot do this alone");
        var proposed = visitor.fill(theirs.path() + "/purge", theirs.path() + "/purge", "ground", "retention", "sure", "yes");
        assertThat(proposed.next().text()).contains("You cannot do this alone", "Take the proposal back");
        assertThat(visitor.fill(theirs.path() + "/purge", theirs.path() + "/purge/withdrawal").status()).isEqualTo(303);
    }

    @Test
    void P40_its_day_is_reckoned_when_it_is_closed_and_goes_when_it_opens_again() {
        assertThat(due()).isNull();
        close();
        var day = LocalDate.ofInstant(now().closedAt(), leila.zone());
        assertThat(due()).isEqualTo(day.plusYears(6));
        closings.reopen(leila, file.code(), "came_back", op());
        assertThat(due()).isNull();
    }

    @Test
    void P41_a_childs_years_run_from_the_day_she_comes_of_age() {
        var born = Town.today().minusYears(10);
        assertThat(closedDue("child", PartialDate.of(born))).isEqualTo(born.plusYears(18 + 6));
        var unknown = closedDue("child", null);
        assertThat(unknown).isBetween(Town.today().plusYears(24).minusDays(1), Town.today().plusYears(24).plusDays(1));
        assertThat(closedDue("adult", PartialDate.of(Town.today().minusYears(40)))).isBefore(Town.today().plusYears(7));
    }

    @Test
    void a_client_who_has_another_case_keeps_her_name_in_it() {
        archived();
        var other = work.as(leila, "case.open", () -> cases.start(leila, new StartCase(
                Code.next(), town.mainDesk.id(), null, file.client(), Map.of(), wanjiru.person(), Set.of(), false, "normal", "phone",
                java.time.Instant.now().minusSeconds(60), "Another matter.", List.of(Decision.notYetAsked("services", "en")))));
        purge();
        assertThat(persons.find(leila, file.client()).identity().name()).isEqualTo("Asha Thapa");
        var visitor = town.wanjiru.signedIn();
        assertThat(visitor.get(other.path()).text()).contains("Asha Thapa", "Another matter.");
        assertThat(visitor.get("/people/" + file.client()).text()).doesNotContain(Code.shown(file.code()));
        assertThat(visitor.fill("/search", "/search", "q", "Asha Thapa").text()).contains("Asha Thapa");
        file = other;
        settleSteps(other);
        close();
        closings.archive(leila, other.code(), op());
        purge();
        assertThat(town.wanjiru.signedIn().get("/people/" + other.client()).status()).as("with the last case she goes").isEqualTo(404);
    }

    @Test
    void a_fenced_case_is_destroyed_by_its_team_only() {
        file = org.haki.CaseStory.in(haki, town).of("Ixchel Ramos").fencedIn().open();
        settleSteps(file);
        work.as(town.riverbendSystem(), "case.archive", () -> jdbc.sql("""
                update haki.case_file set status = 'archived', closing_at = now(), closed_at = now(), archived_at = now()
                where id = :id""").param("id", file.id()).update());
        var late = town.person(town.riverbend, "Ruth Mwangi", "ruth", Town.everywhere("supervisor")).actor();
        purges.propose(leila, file.code(), "erasure", op());
        refused(Problem.Kind.NOT_FOUND, () -> purges.approve(late, file.code(), op()));
        assertThat(work.as(late, "case.purge", () -> repository.purge(file.id()))).isFalse();
    }

    private LocalDate due() {
        return work.as(leila, "case.purge", () -> repository.due(file.id())).orElse(null);
    }

    private LocalDate closedDue(String age, PartialDate birth) {
        var her = new Identity("Mira Lama", List.of(), List.of(), birth, "female", age, "", SafeContact.UNKNOWN, "");
        file = work.as(leila, "case.open", () -> cases.start(leila, new StartCase(
                Code.next(), town.mainDesk.id(), null, persons.register(leila, her, town.mainDesk.id(), false), Map.of(),
                wanjiru.person(), Set.of(), false, "normal", "phone", java.time.Instant.now().minusSeconds(60), "",
                List.of(Decision.notYetAsked("services", "en")))));
        settleSteps(file);
        close();
        return due();
    }

    private void archived() {
        close();
        closings.archive(leila, file.code(), op());
    }

    private void purge() {
        purges.propose(leila, file.code(), "erasure", op());
        purges.approve(hana.actor(), file.code(), op());
    }

    private void yearsAreOver(CaseFile ofCase) {
        asHaki("update haki.case_file set purge_due = current_date - 1 where id = :id", ofCase);
    }

    private long count(String sql) {
        Actor system = town.riverbendSystem();
        return work.as(system, "case.archive", () -> jdbc.sql(sql).param("id", file.id()).query(Long.class).single());
    }
}
