package org.haki.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.activities.ActivityDone;
import org.haki.activities.ActivityUndone;
import org.haki.cases.CaseAccepted;
import org.haki.cases.CaseInFigures;
import org.haki.cases.CaseStageMoved;
import org.haki.cases.ConsentRecorded;
import org.haki.NoTrail;
import org.haki.database.TestDatabase;
import org.haki.intake.IntakeDecided;
import org.haki.intake.IntakeReceived;
import org.haki.intake.IntakeRestored;
import org.haki.intake.IntakesErased;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leila's deeds become facts; nobody in them can be recognised. */
class FactWriterTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
    /** In Kathmandu it is already the 20th. */
    private static final Instant NOW = Instant.parse("2026-11-19T20:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static JdbcClient everything;
    private static JdbcClient jdbc;
    private static Work work;
    private static FactRepository facts;
    private static FactWriter writer;

    private final UUID org = Id.next();
    private final UUID office = Id.next();
    private final UUID caseId = Id.next();
    private final UUID intake = Id.next();
    private final Actor leila =
            new Actor(Actor.Kind.STAFF, org, Id.next(), "Leila", Map.of(office, Set.of("deed")), ZONE, null, null, null);

    @BeforeAll
    static void database() {
        var database = TestDatabase.fresh();
        everything = JdbcClient.create(database.superuser());
        jdbc = JdbcClient.create(database.app());
        work = new Work(jdbc, new TransactionTemplate(new JdbcTransactionManager(database.app())), new NoTrail());
        facts = new FactRepository(jdbc);
        writer = new FactWriter(facts, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void a_report_from_the_public_page_and_its_decision_share_a_reference() {
        work.as(Actor.atPublicPage(org, ZONE, null), "public.report", () -> writer.on(received()));
        work.as(leila, "deed", () -> writer.on(decided("accepted")));
        assertThat(standing()).containsExactlyInAnyOrder("intake_received", "intake_decided");
        assertThat(everything.sql("select count(distinct ref) from facts.fact where org_id = ?").param(org).query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void no_fact_holds_the_id_of_a_case_an_intake_or_an_activity() {
        var activity = Id.next();
        work.as(leila, "deed", () -> {
            writer.on(received());
            writer.on(new CaseAccepted(figures("given"), leila.person(), leila.person()));
            writer.on(done(activity, "given"));
        });
        for (var id : List.of(caseId, intake, activity)) {
            assertThat(everything.sql("select count(*) from facts.fact f where f.org_id = ? and f::text like ?")
                            .params(org, "%" + id + "%").query(Integer.class).single())
                    .isZero();
        }
    }

    @Test
    void a_deed_that_is_undone_leaves_no_fact() {
        assertThatThrownBy(() -> work.as(leila, "deed", () -> {
            writer.on(new CaseAccepted(figures("given"), leila.person(), null));
            throw Problem.stale();
        })).isInstanceOf(Problem.class);
        assertThat(standing()).isEmpty();
    }

    @Test
    void the_day_is_the_one_of_the_organisation() {
        work.as(leila, "deed", () -> writer.on(new CaseAccepted(figures("given"), leila.person(), null)));
        assertThat(everything.sql("select on_day from facts.fact where org_id = ?").param(org).query(LocalDate.class).single())
                .isEqualTo(TODAY);
        assertThat(everything.sql("select days from facts.fact where org_id = ?").param(org).query(Integer.class).single())
                .isEqualTo(10);
    }

    @Test
    void nothing_of_a_case_counts_until_the_client_agreed_to_reporting() {
        work.as(leila, "deed", () -> {
            writer.on(new CaseAccepted(figures("not_yet_asked"), leila.person(), null));
            writer.on(new CaseStageMoved(figures("not_yet_asked"), leila.person(), "assess", "plan"));
        });
        assertThat(counted()).isEmpty();

        work.as(leila, "deed", () -> writer.on(new ConsentRecorded(figures("given"), leila.person(), "reporting", "given")));
        assertThat(counted()).containsExactlyInAnyOrder("case_accepted", "case_moved", "consent_recorded");
        assertThat(standing()).hasSize(3);

        work.as(leila, "deed", () -> writer.on(new ConsentRecorded(figures("withdrawn"), leila.person(), "reporting", "withdrawn")));
        assertThat(counted()).isEmpty();
        assertThat(standing()).hasSize(4);
    }

    @Test
    void another_purpose_changes_nothing() {
        work.as(leila, "deed", () -> {
            writer.on(new CaseAccepted(figures("not_yet_asked"), leila.person(), null));
            writer.on(new ConsentRecorded(figures("not_yet_asked"), leila.person(), "followup", "given"));
        });
        assertThat(counted()).isEmpty();
    }

    @Test
    void a_restored_report_takes_its_decision_back_and_may_be_decided_again() {
        work.as(leila, "deed", () -> writer.on(received()));
        work.as(leila, "deed", () -> writer.on(decided("not_a_case")));
        work.as(leila, "deed", () -> writer.on(new IntakeRestored(intake, office, TODAY, "not_a_case", leila.person())));
        assertThat(standing()).containsExactlyInAnyOrder("intake_received", "intake_restored");
        work.as(leila, "deed", () -> writer.on(decided("accepted")));
        assertThat(standing()).containsExactlyInAnyOrder("intake_received", "intake_restored", "intake_decided");
    }

    @Test
    void the_totals_stay_when_a_report_is_erased_and_nobody_can_tell_which_was_hers() {
        work.as(leila, "deed", () -> writer.on(received()));
        work.as(leila, "deed", () -> writer.on(decided("declined")));
        work.as(leila, "deed", () -> writer.on(new IntakesErased(List.of(intake))));
        assertThat(standing()).hasSize(2);
        assertThat(everything.sql("select count(*) from facts.link where org_id = ?").param(org).query(Integer.class).single()).isZero();
    }

    @Test
    void what_was_taken_back_within_the_day_no_longer_counts_and_nothing_else_goes() {
        var first = Id.next();
        var second = Id.next();
        work.as(leila, "deed", () -> {
            writer.on(done(first, "given"));
            writer.on(done(second, "given"));
        });
        work.as(leila, "deed", () -> writer.on(new ActivityUndone(figures("given"), first, leila.person(), "call")));
        assertThat(standing()).containsExactly("activity_done");
        work.as(leila, "deed", () -> writer.on(done(first, "given")));
        assertThat(standing()).hasSize(2);
    }

    @Test
    void staff_read_no_facts_and_the_reporting_role_reads_nothing_else() {
        work.as(leila, "deed", () -> writer.on(received()));
        assertThatThrownBy(() -> work.as(leila, "deed", () -> jdbc.sql("select * from facts.fact").query(Integer.class).list()))
                .isInstanceOf(DataAccessException.class);
        for (var table : List.of("haki.case_file", "haki.intake", "vault.person", "facts.link", "hub.login")) {
            assertThatThrownBy(() -> work.as(leila, "deed",
                            () -> facts.asReports(() -> jdbc.sql("select 1 from " + table).query(Integer.class).list())))
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void another_organisation_reads_none_of_it() {
        work.as(leila, "deed", () -> writer.on(received()));
        var stranger = new Actor(Actor.Kind.STAFF, Id.next(), Id.next(), "", Map.of(office, Set.of("deed")), ZONE, null, null, null);
        List<UUID> seen = work.as(stranger, "deed",
                () -> facts.asReports(() -> jdbc.sql("select id from facts.fact").query(UUID.class).list()));
        assertThat(seen).isEmpty();
    }

    private IntakeReceived received() {
        return new IntakeReceived(intake, office, TODAY, "web", "urgent", "adult", null);
    }

    private IntakeDecided decided(String decision) {
        return new IntakeDecided(intake, office, TODAY, decision, "", "", "web", "urgent", "adult", "female", 90, true, null, leila.person());
    }

    private ActivityDone done(UUID activity, String consent) {
        return new ActivityDone(figures(consent), activity, leila.person(), "call", "", "reached", TODAY, true, 3);
    }

    private CaseInFigures figures(String consentToReporting) {
        return new CaseInFigures(org, office, caseId, "general", "assess", "urgent", "web", "adult", "female", consentToReporting,
                NOW.minusSeconds(10 * 24 * 3600), NOW);
    }

    private List<String> standing() {
        return kinds("true");
    }

    private List<String> counted() {
        return kinds("f.countable");
    }

    private List<String> kinds(String which) {
        return everything.sql("""
                        select kind from facts.fact f where org_id = ? and kind <> 'withdrawn' and %s
                          and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)"""
                        .formatted(which)).param(org).query(String.class).list();
    }
}
