package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Closings;
import org.haki.cases.ProposeClosing;
import org.haki.cases.Teams;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HakiTest
class FirstStepsTest {

    @Autowired ApplicationContext haki;
    @Autowired Activities activities;
    @Autowired Plans plans;
    @Autowired Reminders reminders;
    @Autowired Closings closings;
    @Autowired CaseFiles cases;
    @Autowired Teams teams;

    private Town town;
    private Actor wanjiru;
    private Actor leila;

    @BeforeEach
    void a_town() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.actor();
        leila = town.leila.actor();
    }

    @Test
    void a_new_case_begins_with_a_first_contact_by_its_urgency() {
        var due = new TreeMap<String, Duration>();
        for (var urgency : List.of("emergency", "urgent")) {
            var contact = first(CaseStory.in(haki, town).urgency(urgency).open());
            assertThat(contact.words().template()).isEqualTo("first_contact");
            assertThat(contact.row().assignee()).isEqualTo(wanjiru.person());
            assertThat(contact.row().hard()).isFalse();
            due.put(urgency, Duration.between(Instant.now(), contact.row().dueAt()));
        }
        assertThat(due.get("emergency")).isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(due.get("urgent")).isBetween(Duration.ofHours(71), Duration.ofHours(72));
        var normal = first(CaseStory.in(haki, town).open()).row();
        assertThat(normal.dueOn()).isEqualTo(LocalDate.now(wanjiru.zone()).plusDays(14));
        assertThat(normal.dueAt()).isNull();
    }

    @Test
    void consent_that_was_not_asked_yet_becomes_a_task() {
        var asked = CaseStory.in(haki, town).open();
        var notAsked = CaseStory.in(haki, town).consentNotYetAsked().open();
        assertThat(templates(asked)).containsExactly("first_contact");
        assertThat(templates(notAsked)).containsExactlyInAnyOrder("first_contact", "ask_consent");
    }

    @Test
    void planned_work_goes_to_the_new_owner_and_what_was_done_stays_with_who_did_it() {
        var devi = town.person(town.riverbend, "Devi Rana", "devi", new Membership("caseworker", town.mainDesk.id()));
        var file = CaseStory.in(haki, town).open();
        activities.record(wanjiru, file.code(),
                new RecordActivity("She called.", "call", "now", "", "", "", "", "", "", "", ""), op(0));
        teams.assign(leila, file.code(), devi.id(), op(cases.byId(leila, file.id()).version()));
        assertThat(plans.ofCase(leila, file)).allSatisfy(one -> assertThat(one.row().planned() ? one.row().assignee() : one.row().doneBy())
                .isEqualTo(one.row().planned() ? devi.id() : wanjiru.person()));
    }

    @Test
    void a_case_is_not_closed_while_something_is_planned() {
        var file = CaseStory.in(haki, town).open();
        var said = new ProposeClosing("solved", "completed", "legal", "", "yes", town.fatou.id().toString());
        int version = cases.byId(leila, file.id()).version();
        assertThatThrownBy(() -> closings.propose(wanjiru, file.code(), said, op(version)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_NOW));
        assertThat(closings.obstacles(wanjiru, file).of("steps").key()).isEqualTo("OpenSteps.open");

        var open = first(file).row().id().toString();
        activities.settle(wanjiru, file.code(), new SettleSteps(Map.of(open, "reached")), op(0));
        assertThat(closings.obstacles(wanjiru, file).all()).isEmpty();
        closings.propose(wanjiru, file.code(), said, op(cases.byId(leila, file.id()).version()));
        assertThatThrownBy(() -> activities.plan(wanjiru, file.code(), PlanActivity.empty("call", "", ""), op(0)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_NOW));
    }

    @Test
    void everyone_with_something_due_is_reminded_once_a_day_and_so_is_who_stands_in() throws SQLException {
        var devi = town.person(town.riverbend, "Devi Rana", "devi", new Membership("caseworker", town.mainDesk.id()));
        owner("update hub.login set away_from = current_date - 1, away_until = current_date + 2, stand_in = '" + devi.id()
                + "' where id = '" + wanjiru.person() + "'");
        var file = CaseStory.in(haki, town).open();
        assertThat(reminders.remindDue(town.riverbendSystem())).isZero();
        var today = LocalDate.now(wanjiru.zone()).toString();
        activities.plan(wanjiru, file.code(), new PlanActivity("call", "", "", today, "", "", "", "", ""), op(0));
        assertThat(reminders.remindDue(town.riverbendSystem())).isEqualTo(2);
        activities.plan(wanjiru, file.code(), new PlanActivity("call", "", "", today, "", "", "", "", ""), op(0));
        assertThat(reminders.remindDue(town.riverbendSystem())).isZero();
        assertThat(told("reminder")).containsExactlyInAnyOrder(wanjiru.person(), devi.id());
        assertThat(plans.due(devi.actor(), Set.of(wanjiru.person()), LocalDate.now(wanjiru.zone()))).hasSize(2);
    }

    private OpenedActivity first(CaseFile file) {
        return plans.ofCase(leila, file).getFirst();
    }

    private List<String> templates(CaseFile file) {
        return plans.ofCase(leila, file).stream().map(one -> one.words().template()).toList();
    }

    private Set<UUID> told(String template) throws SQLException {
        var found = new HashSet<UUID>();
        try (var connection = DriverManager.getConnection(haki.getEnvironment().getProperty("haki.database.owner-url"));
                var statement = connection.prepareStatement("select to_login from hub.outbox where org_id = ? and template = ?")) {
            statement.setObject(1, town.riverbend.id());
            statement.setString(2, template);
            var rows = statement.executeQuery();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }

    private void owner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(haki.getEnvironment().getProperty("haki.database.owner-url"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Op op(int base) {
        return new Op(Id.next(), base, new byte[] {(byte) base});
    }
}
