package org.haki.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The entries of the trail; what is written goes through {@code haki.append_audit}, which chains it. */
@Repository
class AuditRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int FETCHED_AT_ONCE = 1000;

    private final JdbcClient jdbc;

    AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries of a deed: its verb, then what was noted, once each. */
    static List<Map<String, String>> entriesOf(Actor actor, Work.Scope scope) {
        var entries = new ArrayList<Map<String, String>>();
        entries.add(entry(actor, scope.verb(), null, "", "done"));
        for (var noted : scope.entries()) {
            entries.add(entry(actor, noted.act(), noted.object(), noted.details(), "done"));
        }
        return entries;
    }

    void append(List<Map<String, String>> entries, Collection<UUID> subjects) {
        jdbc.sql("select haki.append_audit(:entries::jsonb, :subjects)")
                .param("entries", JSON.writeValueAsString(entries))
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    /** Says to PostgreSQL whose trail is read or written in this transaction. */
    void enter(UUID org) {
        jdbc.sql("select set_config('haki.org', :org, true)").param("org", org.toString()).query(String.class).single();
    }

    void appendRefusal(Actor actor, String verb, String kind) {
        enter(actor.org());
        append(List.of(entry(actor, verb, null, kind, "refused")), List.of());
    }

    List<Opening> openingsOf(UUID caseId, long before, int limit) {
        return jdbc.sql("""
                        select seq, at, actor_kind, person_id, act, object_id, details, outcome
                        from haki.audit_entry
                        where org_id = haki.org() and seq in (
                            (select seq from haki.audit_subject
                             where org_id = haki.org() and case_id = :case and seq < :before
                             order by seq desc limit :limit)
                            union
                            (select seq from haki.audit_entry
                             where org_id = haki.org() and object_id = :case and seq < :before
                             order by seq desc limit :limit))
                        order by seq desc
                        limit :limit""")
                .param("case", caseId)
                .param("before", before)
                .param("limit", limit)
                .query(AuditRepository::opening)
                .list();
    }

    /** Goes along the chain of the organisation at work, and to its end as it was at the same moment. */
    AuditChain.Proof proof() {
        var walk = new AuditChain.Walk(head());
        jdbc.sql("""
                        select e.*, (select seq from haki.audit_head where org_id = haki.org()) as head_seq,
                               (select hash from haki.audit_head where org_id = haki.org()) as head_hash,
                               (select string_agg(s.case_id::text, ',' order by s.case_id) from haki.audit_subject s
                                where s.org_id = e.org_id and s.seq = e.seq) as subjects
                        from haki.audit_entry e
                        where e.org_id = haki.org()
                        order by e.seq""")
                .withFetchSize(FETCHED_AT_ONCE)
                .query(row -> {
                    walk.pass(stored(row), head(row, "head_"));
                });
        return walk.arrive(this::isFollowed);
    }

    private AuditChain.Head head() {
        return jdbc.sql("select seq, hash from haki.audit_head where org_id = haki.org()")
                .query((row, _) -> head(row, ""))
                .optional()
                .orElse(null);
    }

    private boolean isFollowed(byte[] hash) {
        return jdbc.sql("select exists (select from haki.audit_entry where org_id = haki.org() and prev_hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    private static Map<String, String> entry(Actor actor, String act, UUID object, String details, String outcome) {
        var entry = new LinkedHashMap<String, String>();
        entry.put("actor_kind", actor.kind().name());
        entry.put("person_id", text(actor.person()));
        entry.put("session_id", text(actor.session()));
        entry.put("request_id", Text.clean(actor.request()));
        entry.put("address", Text.clean(actor.address()));
        entry.put("act", act);
        entry.put("object_id", text(object));
        entry.put("details", guest(actor) + (details == null ? "" : Text.clean(details)));
        entry.put("outcome", outcome);
        return entry;
    }

    /** Whose guest it is, or by which referral somebody without an account is, before all details: in the owner's chain nothing else says so. */
    private static String guest(Actor actor) {
        if (actor.window() == null) {
            return "";
        }
        return actor.window().org() == null ? "pass " + actor.window().id() + " " : actor.window().org() + " ";
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static Opening opening(ResultSet row, int number) throws SQLException {
        return new Opening(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind"),
                row.getObject("person_id", UUID.class),
                row.getString("act"),
                row.getObject("object_id", UUID.class),
                row.getString("details"),
                row.getString("outcome"));
    }

    private static AuditChain.Stored stored(ResultSet row) throws SQLException {
        return new AuditChain.Stored(
                row.getObject("org_id", UUID.class),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Arrays.asList(
                        row.getString("actor_kind"), row.getString("person_id"), row.getString("session_id"),
                        row.getString("request_id"), row.getString("address"), row.getString("act"),
                        row.getString("object_id"), row.getString("details"), row.getString("outcome")),
                row.getString("subjects"),
                row.getBytes("prev_hash"),
                row.getBytes("hash"));
    }

    private static AuditChain.Head head(ResultSet row, String prefix) throws SQLException {
        var hash = row.getBytes(prefix + "hash");
        return hash == null ? null : new AuditChain.Head(row.getLong(prefix + "seq"), hash);
    }
}
