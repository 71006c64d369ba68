package org.haki.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseFileRepository {

    private final JdbcClient jdbc;

    CaseFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CaseFile file, UUID by) {
        jdbc.sql("""
                        insert into haki.case_file (org_id, id, code, office_id, key_id, case_type, type_version, status, stage,
                            client_id, owner_id, urgency, channel, received_at, accepted_at, accepted_by, touched_at)
                        values (haki.org(), :id, :code, :office, :key, :type, :typeVersion, :status, :stage,
                            :client, :owner, :urgency, :channel, :received, :accepted, :by, :accepted)""")
                .param("id", file.id())
                .param("code", file.code())
                .param("office", file.office())
                .param("key", file.key())
                .param("type", file.type())
                .param("typeVersion", file.typeVersion())
                .param("status", file.status().key())
                .param("stage", file.stage())
                .param("client", file.client())
                .param("owner", file.owner())
                .param("urgency", file.urgency())
                .param("channel", file.channel())
                .param("received", utc(file.receivedAt()))
                .param("accepted", utc(file.acceptedAt()))
                .param("by", by)
                .update();
    }

    /** Says of a closed case that another organisation took it over; who is in no other case here is away with it. */
    void handOver(UUID id) {
        jdbc.sql("update haki.case_file set transferred_at = now() where org_id = haki.org() and id = :id").param("id", id).update();
        jdbc.sql("select haki.people_away(:id)").param("id", id).query((_, _) -> null).list();
    }

    /** Writes the step that was taken on the version that was seen; refused where someone was faster. */
    CaseFile update(CaseFile file, int base) {
        int written = jdbc.sql("""
                        update haki.case_file
                        set fenced = :fenced, status = :status, stage = :stage, owner_id = :owner, closing_at = :closing,
                            closed_at = :closed, archived_at = :archived, archive_due = :due, reopened = :reopened,
                            touched_at = now(), version = version + 1
                        where org_id = haki.org() and id = :id and version = :base""")
                .param("fenced", file.fenced())
                .param("status", file.status().key())
                .param("stage", file.stage())
                .param("owner", file.owner())
                .param("closing", utc(file.closingAt()))
                .param("closed", utc(file.closedAt()))
                .param("archived", utc(file.archivedAt()))
                .param("due", file.archiveDue())
                .param("reopened", file.reopened())
                .param("id", file.id())
                .param("base", base)
                .update();
        if (written == 0) {
            throw Problem.stale();
        }
        return file.atVersion(base + 1);
    }

    /** Writes where it stands, as whoever leads it through a window may: the rest of the case is not hers to change. */
    CaseFile updateStatus(CaseFile file, int base) {
        int written = jdbc.sql("""
                        update haki.case_file set status = :status, closing_at = :closing, touched_at = now(), version = version + 1
                        where org_id = haki.org() and id = :id and version = :base""")
                .param("status", file.status().key())
                .param("closing", utc(file.closingAt()))
                .param("id", file.id())
                .param("base", base)
                .update();
        if (written == 0) {
            throw Problem.stale();
        }
        return file.atVersion(base + 1);
    }

    /** Writes the version of its type and the stage; an open case only, on the version that was seen. */
    CaseFile bring(CaseFile file, int base) {
        int written = jdbc.sql("""
                        update haki.case_file set type_version = :typeVersion, stage = :stage, touched_at = now(), version = version + 1
                        where org_id = haki.org() and id = :id and version = :base and status = 'open'""")
                .param("typeVersion", file.typeVersion())
                .param("stage", file.stage())
                .param("id", file.id())
                .param("base", base)
                .update();
        if (written == 0) {
            throw Problem.stale();
        }
        return file.atVersion(base + 1);
    }

    void touch(UUID id) {
        jdbc.sql("update haki.case_file set touched_at = now() where org_id = haki.org() and id = :id").param("id", id).update();
    }

    Optional<CaseFile> byCode(String code) {
        return jdbc.sql("select * from haki.case_file where org_id = haki.org() and code = :code and status <> 'purged'")
                .param("code", code)
                .query(CaseFileRepository::caseFile)
                .optional();
    }

    List<CaseFile> byIds(Collection<UUID> ids) {
        return jdbc.sql("select * from haki.case_file where org_id = haki.org() and id = any (:ids) and status <> 'purged'")
                .param("ids", ids.toArray(UUID[]::new))
                .query(CaseFileRepository::caseFile)
                .list();
    }

    /** The open cases of this owner, the latest word first. */
    List<CaseFile> ownedBy(UUID owner, int limit) {
        return jdbc.sql("""
                        select * from haki.case_file where org_id = haki.org() and owner_id = :owner and status = 'open'
                        order by touched_at desc, id desc limit :limit""")
                .param("owner", owner)
                .param("limit", limit)
                .query(CaseFileRepository::caseFile)
                .list();
    }

    /**
     * How many open cases have no owner, and how many of those whose time is over wait for this person in these offices: not
     * held, and not proposed by herself.
     */
    CasesWaiting waiting(LocalDate today, UUID person, Collection<UUID> offices) {
        return jdbc.sql("""
                        select (select count(*) from haki.case_file where org_id = haki.org() and status = 'open' and owner_id is null)
                                   as without_owner,
                               (select count(*) from haki.case_file f
                                left join haki.case_purge p on p.org_id = f.org_id and p.case_id = f.id and p.ended_at is null
                                where f.org_id = haki.org() and f.status = 'archived' and f.office_id = any (:offices)
                                  and (f.purge_due <= :today or p.id is not null) and p.proposed_by is distinct from :person
                                  and not exists (select 1 from haki.case_hold h where h.org_id = f.org_id and h.case_id = f.id
                                                  and h.lifted_at is null)) as time_over""")
                .param("today", today)
                .param("person", person)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new CasesWaiting(row.getLong("without_owner"), row.getLong("time_over")))
                .single();
    }

    /** Closed cases whose days in sight are over. */
    List<CaseFile> dueForArchive(LocalDate today, int limit) {
        return jdbc.sql("""
                        select * from haki.case_file
                        where org_id = haki.org() and status = 'closed' and archive_due <= :today
                        order by archive_due, id
                        limit :limit
                        for update skip locked""")
                .param("today", today)
                .param("limit", limit)
                .query(CaseFileRepository::caseFile)
                .list();
    }

    static CaseFile caseFile(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                id(row, "id"),
                row.getString("code"),
                id(row, "office_id"),
                row.getBoolean("fenced"),
                id(row, "key_id"),
                row.getString("case_type"),
                row.getInt("type_version"),
                CaseStatus.of(row.getString("status")),
                row.getString("stage"),
                id(row, "client_id"),
                id(row, "owner_id"),
                row.getString("urgency"),
                row.getString("channel"),
                instant(row, "received_at"),
                instant(row, "accepted_at"),
                instant(row, "closing_at"),
                instant(row, "closed_at"),
                instant(row, "archived_at"),
                row.getObject("archive_due", LocalDate.class),
                row.getInt("reopened"),
                instant(row, "touched_at"),
                row.getInt("version"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
