package org.haki.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ActivityRepository {

    private final JdbcClient jdbc;

    ActivityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One writer of this case's plan at a time, until the commit: its order stays free of cycles, its states agree. */
    void lockPlan(UUID caseId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('activities ' || :case, 0))")
                .param("case", caseId.toString())
                .query((_, _) -> null)
                .list();
    }

    Optional<Activity> find(UUID caseId, UUID id) {
        return jdbc.sql("""
                        select a.*, w.id as waits_for, w.sealed as waits_for_sealed
                        from haki.activity a
                        left join lateral (select b.id, b.sealed from haki.activity_order o
                                           join haki.activity b on b.org_id = o.org_id and b.id = o.before_id
                                           where o.org_id = a.org_id and o.after_id = a.id and b.state <> 'done'
                                           order by b.due_on, b.id limit 1) w on true
                        where a.org_id = haki.org() and a.case_id = :case and a.id = :id""")
                .param("case", caseId)
                .param("id", id)
                .query(ActivityRepository::map)
                .optional();
    }

    List<Activity> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select a.*, w.id as waits_for, w.sealed as waits_for_sealed
                        from haki.activity a
                        left join lateral (select b.id, b.sealed from haki.activity_order o
                                           join haki.activity b on b.org_id = o.org_id and b.id = o.before_id
                                           where o.org_id = a.org_id and o.after_id = a.id and b.state <> 'done'
                                             and a.state = 'planned'
                                           order by b.due_on, b.id limit 1) w on true
                        where a.org_id = haki.org() and a.case_id = :case
                        order by a.due_on nulls last, a.due_at nulls last, a.id""")
                .param("case", caseId)
                .query(ActivityRepository::map)
                .list();
    }

    /** What is planned for these people until this day, and what has no day. */
    List<Activity> due(Collection<UUID> persons, LocalDate until, int limit) {
        return jdbc.sql("""
                        select a.*, w.id as waits_for, w.sealed as waits_for_sealed
                        from haki.activity a
                        left join lateral (select b.id, b.sealed from haki.activity_order o
                                           join haki.activity b on b.org_id = o.org_id and b.id = o.before_id
                                           where o.org_id = a.org_id and o.after_id = a.id and b.state <> 'done'
                                           order by b.due_on, b.id limit 1) w on true
                        where a.org_id = haki.org() and a.assignee_id = any (:persons) and a.state = 'planned'
                          and (a.due_on is null or a.due_on <= :until)
                        order by a.due_on nulls last, a.due_at nulls last, a.id limit :limit""")
                .param("persons", persons.toArray(UUID[]::new))
                .param("until", until)
                .param("limit", limit)
                .query(ActivityRepository::map)
                .list();
    }

    List<Activity> doneBy(UUID person, Instant since) {
        return jdbc.sql("""
                        select a.*, null::uuid as waits_for, null::bytea as waits_for_sealed
                        from haki.activity a
                        where a.org_id = haki.org() and a.done_by = :person and a.state = 'done' and a.done_at >= :since
                        order by a.done_at desc, a.id desc limit 50""")
                .param("person", person)
                .param("since", timestamp(since))
                .query(ActivityRepository::map)
                .list();
    }

    /** The next planned thing of each of these cases. */
    List<Activity> nextOf(Collection<UUID> caseIds) {
        return jdbc.sql("""
                        select distinct on (a.case_id) a.*, null::uuid as waits_for, null::bytea as waits_for_sealed
                        from haki.activity a
                        where a.org_id = haki.org() and a.case_id = any (:cases) and a.state = 'planned' and a.due_on is not null
                        order by a.case_id, a.due_on, a.due_at nulls last, a.id""")
                .param("cases", caseIds.toArray(UUID[]::new))
                .query(ActivityRepository::map)
                .list();
    }

    /** Everything planned in these cases. */
    List<Activity> plannedIn(Collection<UUID> caseIds) {
        return jdbc.sql("""
                        select a.*, w.id as waits_for, w.sealed as waits_for_sealed
                        from haki.activity a left join lateral (
                            select b.id, b.sealed from haki.activity_order o join haki.activity b on b.org_id = o.org_id and b.id = o.before_id
                            where o.org_id = a.org_id and o.after_id = a.id and b.state <> 'done' order by b.due_on, b.id limit 1) w on true
                        where a.org_id = haki.org() and a.case_id = any (:cases) and a.state = 'planned'
                        order by a.due_on nulls last, a.due_at nulls last, a.id""").param("cases", caseIds.toArray(UUID[]::new)).query(ActivityRepository::map).list();
    }

    boolean successorDone(UUID id) {
        return jdbc.sql("""
                        select exists (select 1 from haki.activity_order o
                                       join haki.activity b on b.org_id = o.org_id and b.id = o.after_id
                                       where o.org_id = haki.org() and o.before_id = :id and b.state = 'done')""")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void insert(Activity activity) {
        bound(jdbc.sql("""
                        insert into haki.activity (org_id, id, case_id, kind, state, sealed, due_on, due_at, hard, required,
                            assignee_id, assignee_org, service, result, reason, done_at, done_by, recorded_at, grown_from, moved_from,
                            step, step_row, step_turn, survives, base_on, base_at, by_hand, created_at, created_by)
                        values (haki.org(), :id, :case, :kind, :state, :sealed, :on, :at, :hard, :required,
                            :assignee, :org, :service, :result, :reason, :doneAt, :doneBy, :recordedAt, :from, :moved,
                            :step, :row, :turn, :survives, :baseOn, :baseAt, :byHand, :createdAt, :createdBy)"""), activity)
                .param("case", activity.caseId())
                .param("kind", activity.kind().key())
                .param("hard", activity.hard())
                .param("required", activity.required())
                .param("from", activity.grownFrom(), Types.OTHER)
                .param("moved", activity.movedFrom(), Types.OTHER)
                .param("step", activity.mark().key())
                .param("row", activity.mark().row())
                .param("turn", activity.mark().turn())
                .param("survives", activity.mark().survives())
                .param("createdAt", timestamp(activity.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("createdBy", activity.createdBy(), Types.OTHER)
                .update();
    }

    /** Writes the activity over the version it was read with; 0 when somebody else was quicker. */
    int update(Activity activity) {
        return bound(jdbc.sql("""
                        update haki.activity
                        set state = :state, sealed = :sealed, due_on = :on, due_at = :at, assignee_id = :assignee,
                            assignee_org = :org, service = :service, result = :result, reason = :reason, done_at = :doneAt, done_by = :doneBy,
                            recorded_at = :recordedAt, base_on = :baseOn, base_at = :baseAt, by_hand = :byHand,
                            version = version + 1
                        where org_id = haki.org() and id = :id and version = :version"""), activity)
                .param("version", activity.version())
                .update();
    }

    /** What follows this turn of a step is taken away, since the turn itself is taken back. */
    void withdrawAfter(UUID caseId, StepMark mark) {
        jdbc.sql("""
                        update haki.activity set state = 'cancelled', reason = :reason, version = version + 1
                        where org_id = haki.org() and case_id = :case and state = 'planned' and step <> '' and step = :step
                          and step_row = :row and step_turn > :turn""")
                .param("reason", Timeline.NO_LONGER)
                .param("case", caseId)
                .param("step", mark.key())
                .param("row", mark.row()).param("turn", mark.turn())
                .update();
    }

    /** Gives what is planned of these steps to this person. */
    void giveSteps(UUID caseId, Collection<String> steps, UUID person) {
        jdbc.sql("""
                        update haki.activity set assignee_id = :person, version = version + 1
                        where org_id = haki.org() and case_id = :case and state = 'planned' and step = any (:steps)
                          and assignee_org is null""")
                .param("person", person)
                .param("case", caseId)
                .param("steps", steps.toArray(String[]::new))
                .update();
    }

    /** Hands what one person had planned in a case to another, or to nobody. */
    int handOver(UUID caseId, UUID from, UUID to) {
        return jdbc.sql("""
                        update haki.activity set assignee_id = :to, version = version + 1
                        where org_id = haki.org() and case_id = :case and state = 'planned'
                          and assignee_id is not distinct from :from and assignee_org is null""")
                .param("to", to, Types.OTHER)
                .param("case", caseId)
                .param("from", from, Types.OTHER)
                .update();
    }

    /** Gives the lead what the case's owner, or nobody, had to do. */
    int takeOn(UUID caseId, UUID owner, UUID lead) {
        return jdbc.sql("""
                        update haki.activity set assignee_id = null, assignee_org = :lead, version = version + 1
                        where org_id = haki.org() and case_id = :case and state = 'planned' and assignee_org is null
                          and (assignee_id is null or assignee_id = :owner)""")
                .param("lead", lead)
                .param("case", caseId)
                .param("owner", owner, Types.OTHER)
                .update();
    }

    /** Marks what is due as reminded; answers who has it and was not reminded of anything today. */
    List<UUID> remindedOf(LocalDate today) {
        return jdbc.sql("""
                        with marked as (
                            update haki.activity a set reminded_on = :today
                            where org_id = haki.org() and state = 'planned' and due_on <= :today and assignee_id is not null
                              and not exists (select 1 from haki.activity b
                                              where b.org_id = a.org_id and b.assignee_id = a.assignee_id
                                                and b.state = 'planned' and b.reminded_on = :today)
                            returning assignee_id)
                        select distinct assignee_id from marked""")
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Activity activity) {
        var base = activity.mark().base();
        return statement
                .param("baseOn", base == null ? null : base.on(), Types.DATE)
                .param("baseAt", base == null ? null : timestamp(base.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("byHand", activity.mark().byHand())
                .param("id", activity.id())
                .param("state", activity.state().name().toLowerCase(Locale.ROOT))
                .param("sealed", activity.sealed().bytes())
                .param("on", activity.dueOn(), Types.DATE)
                .param("at", timestamp(activity.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("assignee", activity.assignee(), Types.OTHER)
                .param("org", activity.assigneeOrg(), Types.OTHER)
                .param("service", activity.service())
                .param("result", activity.result())
                .param("reason", activity.reason())
                .param("doneAt", timestamp(activity.doneAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("doneBy", activity.doneBy(), Types.OTHER)
                .param("recordedAt", timestamp(activity.recordedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Activity map(ResultSet row, int number) throws SQLException {
        return new Activity(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                Activity.Kind.of(row.getString("kind")),
                Activity.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Sealed.of(row.getBytes("sealed")),
                row.getObject("due_on", LocalDate.class),
                instant(row, "due_at"),
                row.getBoolean("hard"),
                row.getBoolean("required"),
                row.getObject("assignee_id", UUID.class),
                row.getObject("assignee_org", UUID.class),
                row.getString("service"),
                row.getString("result"),
                row.getString("reason"),
                instant(row, "done_at"),
                row.getObject("done_by", UUID.class),
                instant(row, "recorded_at"),
                row.getObject("grown_from", UUID.class),
                row.getObject("moved_from", UUID.class),
                mark(row),
                row.getObject("waits_for", UUID.class),
                Sealed.of(row.getBytes("waits_for_sealed")),
                instant(row, "created_at"),
                row.getObject("created_by", UUID.class),
                row.getInt("version"));
    }

    private static StepMark mark(ResultSet row) throws SQLException {
        return row.getString("step").isEmpty() ? StepMark.NONE : new StepMark(
                row.getString("step"),
                row.getString("step_row"),
                row.getInt("step_turn"),
                StepMark.Base.of(row.getObject("base_on", LocalDate.class), instant(row, "base_at")),
                row.getBoolean("by_hand"),
                row.getBoolean("survives"));
    }
}
