package org.haki.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cards of windows, reached by functions: each answers only what is the organisation's at work. */
@Repository
class CaseWindowRepository {

    /** Where a page of the list of shared cases goes on. */
    record Mark(Instant respondBy, UUID id) {
        static final Mark FIRST = new Mark(Instant.EPOCH, new UUID(0, 0));
    }

    private final JdbcClient jdbc;

    CaseWindowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the window of a referral; false where no live consent covers it, or it would show more than its maker sees. */
    boolean make(UUID referral, UUID ownKey, Instant respondBy, Instant atMost) {
        return jdbc.sql("select hub.window_make(:id, :key, :by, :atMost)")
                .param("id", referral)
                .param("key", ownKey)
                .param("by", utc(respondBy))
                .param("atMost", utc(atMost))
                .query(Boolean.class)
                .single();
    }

    /** Whether her latest word to this recipient is a yes to all of these, and lasts. */
    boolean isConsented(UUID caseId, String kind, UUID toOrg, Collection<String> sections) {
        return jdbc.sql("select hub.consented_until(:case, :kind, :to, '', :sections) is not null")
                .param("case", caseId)
                .param("kind", kind)
                .param("to", toOrg)
                .param("sections", sections.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Takes a step; false where whoever is at work may not take it now. */
    boolean move(UUID id, String next, String reason) {
        return jdbc.sql("select hub.window_move(:id, :next, :reason)")
                .param("id", id)
                .param("next", next)
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    boolean give(UUID id, Collection<UUID> people) {
        return jdbc.sql("select hub.window_give(:id, :people)")
                .param("id", id)
                .param("people", people.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** The windows on these cases, the oldest first; for a guest those that its organisation made. */
    List<CaseWindow> of(Collection<UUID> cases) {
        return jdbc.sql("select * from hub.windows_of(:cases)")
                .param("cases", cases.toArray(UUID[]::new))
                .query(CaseWindowRepository::card)
                .list();
    }

    /** One that looks onto another organisation's case. */
    Optional<CaseWindow> to(UUID id) {
        return jdbc.sql("select * from hub.window_to(:id)").param("id", id).query(CaseWindowRepository::card).optional();
    }

    /** The one that the guest at work stands at. */
    Optional<CaseWindow> atWork() {
        return jdbc.sql("select * from hub.window_at_work()").query(CaseWindowRepository::card).optional();
    }

    /** Those that look onto other organisations' cases, the most urgent answer first. */
    List<CaseWindow> to(Collection<String> states, Mark after, int limit) {
        return jdbc.sql("select * from hub.windows_to(:states, :at, :id, :limit)")
                .param("states", states.toArray(String[]::new))
                .param("at", utc(after.respondBy()))
                .param("id", after.id())
                .param("limit", limit)
                .query(CaseWindowRepository::card)
                .list();
    }

    /** Those shared with the organisation at work of which its people were not told; from now on they were. */
    List<CaseWindow> untold() {
        return jdbc.sql("select * from hub.windows_untold()").query(CaseWindowRepository::card).list();
    }

    /** Open ones whose consent ends before then and of which nobody was told; from now on somebody was. */
    List<CaseWindow> toRenew(Instant before) {
        return jdbc.sql("select * from hub.windows_to_renew(:before)")
                .param("before", utc(before))
                .query(CaseWindowRepository::card)
                .list();
    }

    /** Those on one's own cases that ended because two organisations parted, and of which nobody was told; from now on somebody was. */
    List<CaseWindow> parted() {
        return jdbc.sql("select * from hub.windows_parted()").query(CaseWindowRepository::card).list();
    }

    /** Those that one had taken on and lost, and of which nobody was told; from now on somebody was. */
    List<CaseWindow> lost() {
        return jdbc.sql("select * from hub.windows_lost()").query(CaseWindowRepository::card).list();
    }

    /** Gives the receiver until then to answer. */
    void extend(UUID id, Instant respondBy) {
        jdbc.sql("select hub.window_extend(:id, :by)").param("id", id).param("by", utc(respondBy)).query((_, _) -> null).list();
    }

    /** Those whose answer, or whose end, is overdue. */
    List<CaseWindow> late(Instant now) {
        return jdbc.sql("select * from hub.windows_late(:now)").param("now", utc(now)).query(CaseWindowRepository::card).list();
    }

    private static CaseWindow card(ResultSet row, int number) throws SQLException {
        return new CaseWindow(
                id(row, "id"),
                id(row, "owner_org"),
                id(row, "by_org"),
                id(row, "to_org"),
                id(row, "to_office"),
                id(row, "office_id"),
                id(row, "case_id"),
                id(row, "client_id"),
                id(row, "key_id"),
                row.getString("code"),
                row.getString("kind"),
                row.getString("service"),
                row.getString("urgency"),
                List.of((String[]) row.getArray("sections").getArray()),
                id(row, "own_key_id"),
                row.getString("state"),
                row.getString("reason"),
                List.of((UUID[]) row.getArray("readers").getArray()),
                instant(row, "sent_at"),
                instant(row, "respond_by"),
                row.getBoolean("extended"),
                instant(row, "moved_at"),
                instant(row, "opened_at"),
                instant(row, "until"),
                instant(row, "ended_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
