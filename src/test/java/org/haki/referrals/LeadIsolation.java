package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.haki.cases.CaseFile;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The looks at what a lead may change: the plan and the proposal to close of one case, and nothing beside. */
final class LeadIsolation {

    private static final String PLANS = """
            insert into haki.activity (org_id, id, case_id, kind, state, sealed, by_org, assignee_org)
            values (haki.org(), gen_random_uuid(), :id, 'task', 'planned', '', %s, haki.guest())""";
    private static final String WORKS = "update haki.activity set due_on = '2027-01-01', assignee_org = haki.guest(), assignee_id = null where case_id = :id";
    private static final String PROPOSES = """
            insert into haki.case_closure (org_id, id, case_id, outcome, reason, service_level, told_return, proposed_by, by_org)
            values (haki.org(), gen_random_uuid(), :id, 'solved', 'completed', 'legal', true, %s, %s)""";
    private static final String HIS_OWN = PROPOSES.formatted("haki.person()", "haki.guest()");
    private static final String ROW_SECURITY = "row-level security";

    private final WindowWorld world;
    private final WindowIsolation around;
    private final JdbcClient jdbc;
    private final Referrals referrals;

    LeadIsolation(WindowWorld world, WindowIsolation around) {
        this.world = world;
        this.around = around;
        this.jdbc = world.haki.getBean(JdbcClient.class);
        this.referrals = world.haki.getBean(Referrals.class);
    }

    Map<String, Runnable> looks() {
        var looks = new LinkedHashMap<String, Runnable>();
        looks.put("the lead's own work", this::own_work);
        looks.put("planned with a service", () -> around.refused(ROW_SECURITY, whole(), PLANS.formatted("haki.guest()"), world.asha.id()));
        looks.put("planned elsewhere", () -> around.refused(ROW_SECURITY, lead(), PLANS.formatted("haki.guest()"), world.bina.id()));
        looks.put("planned in the owner's name", () -> around.refused(ROW_SECURITY, lead(), PLANS.formatted("haki.org()"), world.chandra.id()));
        looks.put("worked with a service", () -> changes(0, whole(), WORKS, world.asha.id()));
        looks.put("worked elsewhere", () -> changes(0, lead(), WORKS, world.bina.id()));
        looks.put("ordered elsewhere", this::ordered_elsewhere);
        looks.put("moved elsewhere", () -> around.refused(ROW_SECURITY, whole(), """
                insert into haki.activity_move (org_id, id, case_id, activity_id, by_person)
                select org_id, gen_random_uuid(), case_id, id, haki.person() from haki.activity where case_id = :id limit 1""", world.asha.id()));
        looks.put("closed by the lead", () -> around.refused(ROW_SECURITY, lead(), "update haki.case_file set status = 'closed' where id = :id", world.chandra.id()));
        looks.put("closing with a service", () -> changes(0, whole(), "update haki.case_file set status = 'closing' where id = :id", world.asha.id()));
        looks.put("proposed elsewhere", () -> around.refused(ROW_SECURITY, whole(), HIS_OWN, world.asha.id()));
        looks.put("proposed in another's name", () -> {
            around.refused(ROW_SECURITY, lead(), PROPOSES.formatted("gen_random_uuid()", "haki.guest()"), world.chandra.id());
            around.refused(ROW_SECURITY, lead(), PROPOSES.formatted("haki.person()", "null"), world.chandra.id());
        });
        looks.put("the owner's proposal", this::the_owners_proposal);
        looks.put("checked by the lead", () -> around.refused(ROW_SECURITY, lead(), """
                insert into haki.case_event (org_id, id, case_id, person_id, act)
                values (haki.org(), gen_random_uuid(), :id, haki.person(), 'verified')""", world.chandra.id()));
        looks.put("a second lead", () -> around.undone(() -> assertThatThrownBy(() -> referrals.send(
                world.wanjiru(), world.chandra.code(), world.askingToLead("plan"), Op.own())).isInstanceOf(Problem.class)));
        looks.put("completed by the lead", () -> around.undone(() -> assertThat(around.as(lead(), () -> jdbc.sql("select hub.window_move(:id, 'completed', '')")
                .param("id", world.led.id()).query(Boolean.class).single())).isFalse()));
        looks.put("work after the end", this::work_after_the_end);
        looks.put("counted with a service", this::counted_with_a_service);
        return looks;
    }

    private void own_work() {
        changes(1, lead(), PLANS.formatted("haki.guest()"), world.chandra.id());
        changes(1, lead(), HIS_OWN, world.chandra.id());
        changes(1, lead(), "update haki.case_file set status = 'closing' where id = :id", world.chandra.id());
    }

    /** A thing of one's own plan does not wait for something of another's, and another's order stays as it is. */
    private void ordered_elsewhere() {
        around.refused(ROW_SECURITY, whole(), """
                insert into haki.activity_order (org_id, before_id, after_id)
                select org_id, id, id from haki.activity where case_id = :id limit 1""", world.asha.id());
        around.undone(() -> {
            around.as(world.wanjiru(), () -> jdbc.sql("""
                    insert into haki.activity_order (org_id, before_id, after_id)
                    select org_id, id, id from haki.activity where case_id = :id limit 1""").param("id", world.asha.id()).update());
            assertThat(around.as(whole(), () -> jdbc.sql("delete from haki.activity_order").update())).isZero();
        });
    }

    private void the_owners_proposal() {
        around.undone(() -> {
            var insert = PROPOSES.formatted("haki.person()", "null");
            around.as(world.wanjiru(), () -> jdbc.sql(insert).param("id", world.chandra.id()).update());
            assertThat(around.as(lead(), () -> jdbc.sql("select count(*) from haki.case_closure").query(Integer.class).single())).isZero();
            assertThat(around.as(lead(), () -> jdbc.sql("update haki.case_closure set ended_at = now(), ended_how = 'withdrawn'").update())).isZero();
        });
    }

    private void work_after_the_end() {
        around.undone(() -> {
            referrals.revoke(world.wanjiru(), world.chandra.code(), world.led.id(), "safety", Op.own());
            assertThat(open(world.chandra, "assignee_org is not null")).isZero();
            assertThat(open(world.chandra, "assignee_id = '" + world.chandra.owner() + "'")).isPositive();
            assertThat(around.as(lead(), () -> jdbc.sql(WORKS).param("id", world.chandra.id()).update())).isZero();
        });
    }

    private void counted_with_a_service() {
        around.undone(() -> {
            var facts = "select count(*) from facts.fact where org_id = :id";
            var before = world.owner().sql("select count(*) from facts.fact").query(Integer.class).single();
            assertThat(before).isZero();
            int counted = counted(facts);
            around.as(whole(), () -> jdbc.sql("select facts.led(null, 'case_closed', null, '', '', '', '', 0, true)").query((_, _) -> null).list());
            assertThat(counted(facts)).isEqualTo(counted);
        });
    }

    private int counted(String facts) {
        return around.as(world.wanjiru(), () -> {
            jdbc.sql("set local role haki_reports").update();
            int count = jdbc.sql(facts).param("id", world.town.riverbend.id()).query(Integer.class).single();
            jdbc.sql("set local role haki_app").update();
            return count;
        });
    }

    private int open(CaseFile file, String which) {
        return around.as(world.wanjiru(), () -> jdbc.sql("select count(*) from haki.activity where case_id = :id and state = 'planned' and " + which)
                .param("id", file.id()).query(Integer.class).single());
    }

    private void changes(int rows, Actor actor, String sql, UUID id) {
        around.undone(() -> assertThat(around.as(actor, () -> jdbc.sql(sql).param("id", id).update())).isEqualTo(rows));
    }

    private Actor lead() {
        return world.at(world.led, world.town.sushila);
    }

    /** At a window with every section, but for the lead. */
    private Actor whole() {
        return world.at(world.whole, world.town.sushila);
    }
}
