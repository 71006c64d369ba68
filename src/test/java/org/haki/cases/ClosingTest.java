package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haki.HakiTest;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HakiTest
class ClosingTest extends CaseTest {

    @Test
    void another_office_another_organisation_and_an_operator_do_not_propose() {
        refused(Problem.Kind.NOT_FOUND, () -> closings.propose(town.mateo.actor(), file.code(), proposal(null), op()));
        refused(Problem.Kind.NOT_FOUND, () -> closings.propose(town.sushila.actor(), file.code(), proposal(null), op()));
        refused(Problem.Kind.NOT_YOURS, () -> closings.propose(fatou, file.code(), proposal(null), op()));
    }

    @Test
    void a_case_with_open_steps_is_not_proposed() {
        asHaki("update haki.activity set state = 'planned' where case_id = :id", file);
        assertThat(closings.obstacles(wanjiru, file).isEmpty()).isFalse();
        refused(Problem.Kind.NOT_NOW, () -> closings.propose(wanjiru, file.code(), proposal(amina.person()), op()));
    }

    @Test
    void a_word_that_the_type_does_not_have_is_refused_also_where_the_page_did_not_look() {
        for (var forged : List.of(
                new ProposeClosing(TransferredCases.TRANSFERRED, "completed", "legal", "", "yes", ""),
                new ProposeClosing("solved", TransferredCases.TRANSFERRED, "legal", "", "yes", ""),
                new ProposeClosing("solved", "completed", "", "", "yes", ""))) {
            refused(Problem.Kind.NOT_NOW, () -> closings.propose(wanjiru, file.code(), forged, op()));
        }
        assertThat(now().status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void neither_the_owner_nor_the_proposer_is_asked_to_check() {
        refused(Problem.Kind.NOT_NOW, () -> closings.propose(amina, file.code(), proposal(wanjiru.person()), op()));
        refused(Problem.Kind.NOT_NOW, () -> closings.propose(amina, file.code(), proposal(amina.person()), op()));
        refused(Problem.Kind.NOT_NOW, () -> closings.propose(wanjiru, file.code(), proposal(town.mateo.id()), op()));
        assertThat(closings.verifiers(wanjiru, file)).extracting(one -> one.name())
                .containsExactlyInAnyOrder("Amina Yusuf", "Fatou Sané", "Leila Marzouq");
    }

    @Test
    void nobody_verifies_or_waives_what_they_own_or_proposed() {
        closings.propose(leila, file.code(), proposal(amina.person()), op());
        refused(Problem.Kind.OWN_PROPOSAL, () -> verifications.verify(wanjiru, file.code(), said("confirmed"), op()));
        refused(Problem.Kind.OWN_PROPOSAL, () -> verifications.verify(leila, file.code(), said("confirmed"), op()));
        refused(Problem.Kind.OWN_PROPOSAL, () -> verifications.waive(leila, file.code(), "She moved away.", op()));
        refused(Problem.Kind.NOT_YOURS, () -> verifications.waive(amina, file.code(), "She moved away.", op()));
        assertThat(now().status()).isEqualTo(CaseStatus.CLOSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmed", "partly", "declined", "unreachable"})
    void a_check_that_does_not_dispute_closes(String result) {
        propose();
        verifications.verify(amina, file.code(), said(result), op());
        var closed = now();
        assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(closed.closedAt()).isAfterOrEqualTo(closed.closingAt());
        assertThat(closed.archiveDue()).isNotNull();
        assertThat(verifications.of(leila, closed)).extracting(Verifications.Check::result).containsExactly(result);
        assertThat(closings.now(leila, closed)).get().extracting(Closings.Closure::outcome).isEqualTo("solved");
    }

    @Test
    void a_disputed_closing_is_open_again_and_stays_in_the_history() {
        propose();
        verifications.verify(amina, file.code(), said("disputed"), op());
        assertThat(now().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(closings.now(leila, now())).isEmpty();
        assertThat(closings.of(leila, now())).extracting(Closings.Closure::endedHow).containsExactly("disputed");
        propose();
        assertThat(now().status()).isEqualTo(CaseStatus.CLOSING);
    }

    @Test
    void a_supervisor_who_did_not_propose_may_waive_with_a_reason() {
        propose();
        verifications.waive(leila, file.code(), "She died.", op());
        assertThat(now().status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(verifications.of(wanjiru, now()).getFirst().note()).isEqualTo("She died.");
    }

    @Test
    void an_operator_checks_without_reading_the_story() {
        propose();
        verifications.verify(fatou, file.code(), new VerifyClosing("confirmed", "reporter", "", "Her sister says so."), op());
        assertThat(now().status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(verifications.of(fatou, now()).getFirst().note()).isEmpty();
        assertThat(closings.of(fatou, now()).getFirst().remark()).isEmpty();
        assertThat(closings.of(wanjiru, now()).getFirst().remark()).isEqualTo("The order stands.");
    }

    @Test
    void only_the_proposer_the_owner_and_a_supervisor_take_a_proposal_back() {
        propose();
        refused(Problem.Kind.NOT_YOURS, () -> closings.withdraw(amina, file.code(), op()));
        closings.withdraw(wanjiru, file.code(), op());
        assertThat(now().status()).isEqualTo(CaseStatus.OPEN);
        refused(Problem.Kind.NOT_NOW, () -> closings.withdraw(wanjiru, file.code(), op()));
    }

    @Test
    void a_proposal_on_an_older_state_is_refused_and_one_sent_twice_is_one() {
        refused(Problem.Kind.STALE, () -> closings.propose(wanjiru, file.code(), proposal(amina.person()), op(now().version() - 1)));
        Op op = op();
        var first = closings.propose(wanjiru, file.code(), proposal(amina.person()), op);
        assertThat(closings.propose(wanjiru, file.code(), proposal(amina.person()), op)).isEqualTo(first);
        assertThat(closings.of(leila, now())).hasSize(1);
    }

    @Test
    void what_waits_for_a_check_is_shown_to_the_colleague_asked() {
        propose();
        assertThat(closings.waitingFor(amina)).extracting(CaseFile::code).containsExactly(file.code());
        assertThat(closings.waitingFor(wanjiru)).isEmpty();
        verifications.verify(amina, file.code(), said("confirmed"), op());
        assertThat(closings.waitingFor(amina)).isEmpty();
    }

    @Test
    void a_closed_case_opens_again_for_a_reason_and_keeps_how_it_was_closed() {
        refused(Problem.Kind.NOT_NOW, () -> closings.reopen(wanjiru, file.code(), "came_back", op()));
        close();
        refused(Problem.Kind.NOT_YOURS, () -> closings.reopen(fatou, file.code(), "came_back", op()));
        closings.reopen(wanjiru, file.code(), "came_back", op());
        assertThat(now().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(now().reopened()).isEqualTo(1);
        assertThat(now().id()).as("the same case, never a second one").isEqualTo(file.id());
        assertThat(closings.of(leila, now())).extracting(Closings.Closure::endedHow).containsExactly("reopened");
    }

    @Test
    void a_supervisor_archives_a_closed_case_before_its_day_and_nobody_else_does() {
        refused(Problem.Kind.NOT_NOW, () -> closings.archive(leila, file.code(), op()));
        close();
        for (var other : List.of(wanjiru, fatou, town.tomasz.actor())) {
            refused(Problem.Kind.NOT_YOURS, () -> closings.archive(other, file.code(), op()));
        }
        refused(Problem.Kind.NOT_FOUND, () -> closings.archive(town.prem.actor(), file.code(), op()));
        refused(Problem.Kind.STALE, () -> closings.archive(leila, file.code(), op(now().version() - 1)));
        closings.archive(leila, file.code(), op());
        assertThat(now().status()).isEqualTo(CaseStatus.ARCHIVED);
        assertThat(now().archivedAt()).isAfterOrEqualTo(now().closedAt());
        refused(Problem.Kind.NOT_NOW, () -> closings.archive(leila, file.code(), op()));
    }

    @Test
    void closed_cases_are_archived_on_their_day_and_then_only_a_supervisor_opens_them() {
        close();
        var system = town.riverbendSystem();
        assertThat(closings.archiveDue(system)).isZero();
        asHaki("update haki.case_file set archive_due = current_date - 1 where id = :id", file);
        assertThat(closings.archiveDue(system)).isEqualTo(1);
        assertThat(closings.archiveDue(system)).isZero();
        assertThat(now().status()).isEqualTo(CaseStatus.ARCHIVED);
        refused(Problem.Kind.NOT_YOURS, () -> closings.reopen(wanjiru, file.code(), "came_back", op()));
        closings.reopen(leila, file.code(), "came_back", op());
        assertThat(now().status()).isEqualTo(CaseStatus.OPEN);
    }
}
