package org.haki.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ParcelRepository {

    private final JdbcClient jdbc;

    ParcelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of this office. */
    int nextNumber(UUID office) {
        return jdbc.sql("""
                        insert into haki.parcel_count (org_id, office_id, last) values (haki.org(), :office, 1)
                        on conflict (org_id, office_id) do update set last = parcel_count.last + 1 returning last""")
                .param("office", office)
                .query(Integer.class)
                .single();
    }

    void insert(Parcel parcel) {
        jdbc.sql("""
                        insert into haki.parcel (org_id, id, office_id, number, sender_id, sender_place, sent_on, came_on, calendar, registered_at, registered_by)
                        values (haki.org(), :id, :office, :number, :sender, :place, :sent, :came, :calendar, :at, :by)""")
                .param("id", parcel.id())
                .param("office", parcel.office())
                .param("number", parcel.number())
                .param("sender", parcel.senderId(), Types.OTHER)
                .param("place", parcel.senderPlace())
                .param("sent", parcel.sentOn(), Types.DATE)
                .param("came", parcel.cameOn())
                .param("calendar", parcel.bikram() ? "bikram" : "gregorian")
                .param("at", utc(parcel.registeredAt()))
                .param("by", parcel.registeredBy(), Types.OTHER)
                .update();
    }

    Optional<Parcel> find(UUID id) {
        return jdbc.sql("select * from haki.parcel where org_id = haki.org() and id = :id")
                .param("id", id)
                .query(ParcelRepository::parcel)
                .optional();
    }

    /** The parcel, which nobody else changes until this deed is done. */
    Optional<Parcel> toChange(UUID id) {
        return jdbc.sql("select * from haki.parcel where org_id = haki.org() and id = :id for update")
                .param("id", id)
                .query(ParcelRepository::parcel)
                .optional();
    }

    /** Parcels that the actor sees, open ones first, then the newest; with a lag in days, the median over their sheets. */
    List<ParcelLine> page(boolean open, int limit) {
        return jdbc.sql("""
                        select p.*, count(s.sheet_id) as sheets, count(*) filter (where s.state = 'entered') as entered,
                               count(*) filter (where s.state = 'missing') as missing,
                               (select count(*) from haki.parcel_query q where q.org_id = p.org_id and q.parcel_id = p.id and q.answered_at is null) as queries,
                               percentile_disc(0.5) within group (order by s.entered_at::date - s.written_on) filter (where s.written_on is not null and s.entered_at is not null) as lag
                        from haki.parcel p left join haki.parcel_sheet s on s.org_id = p.org_id and s.parcel_id = p.id
                        where p.org_id = haki.org() and (p.signed_at is null) = :open
                        group by p.org_id, p.id order by p.came_on desc, p.number desc limit :limit""")
                .param("open", open)
                .param("limit", limit)
                .query((row, number) -> new ParcelLine(parcel(row, number), row.getInt("sheets"), row.getInt("entered"), row.getInt("missing"), row.getInt("queries"),
                        row.getObject("lag", Integer.class)))
                .list();
    }

    /** Signs a parcel off, over the version that was looked at. */
    int sign(UUID id, int base, UUID by, Instant at) {
        return jdbc.sql("""
                        update haki.parcel set signed_at = :at, signed_by = :by, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base and signed_at is null""")
                .param("id", id)
                .param("base", base)
                .param("by", by, Types.OTHER)
                .param("at", utc(at))
                .update();
    }

    /** Of each worker how many sheets were typed in since then, and how many days that took: half of them took no longer. */
    List<WorkersLag> lags(Instant since) {
        return jdbc.sql("""
                        select written_by, count(*) as sheets, percentile_disc(0.5) within group (order by entered_at::date - written_on) as days
                        from haki.parcel_sheet where org_id = haki.org() and entered_at >= :since and written_by is not null and written_on is not null
                        group by written_by order by days desc, sheets desc""")
                .param("since", utc(since))
                .query((row, _) -> new WorkersLag(id(row, "written_by"), row.getInt("sheets"), row.getInt("days")))
                .list();
    }

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Parcel parcel(ResultSet row, int number) throws SQLException {
        return new Parcel(id(row, "id"), id(row, "office_id"), row.getInt("number"), id(row, "sender_id"), row.getString("sender_place"),
                row.getObject("sent_on", LocalDate.class), row.getObject("came_on", LocalDate.class), row.getString("calendar").equals("bikram"),
                instant(row, "registered_at"), id(row, "registered_by"), instant(row, "signed_at"), id(row, "signed_by"), row.getInt("version"));
    }
}
