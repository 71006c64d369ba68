package org.haki.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sheets of parcels, and what could not be read on them. */
@Repository
class ParcelSheetRepository {

    private final JdbcClient jdbc;

    ParcelSheetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ParcelSheet sheet) {
        jdbc.sql("""
                        insert into haki.parcel_sheet (org_id, parcel_id, sheet_id, office_id, survey_id, place, number, code, state)
                        values (haki.org(), :parcel, :id, :office, :survey, :place, :number, :code, :state)""")
                .param("parcel", sheet.parcel())
                .param("id", sheet.id())
                .param("office", sheet.office())
                .param("survey", sheet.survey())
                .param("place", sheet.place())
                .param("number", sheet.number(), Types.INTEGER)
                .param("code", sheet.code(), Types.VARCHAR)
                .param("state", sheet.state().key())
                .update();
    }

    /** Keeps what became of a sheet. */
    void keep(ParcelSheet sheet) {
        jdbc.sql("""
                        update haki.parcel_sheet set code = :code, state = :state, entered_at = :at::timestamptz, entered_by = :by, written_by = :writer,
                            written_on = :on where org_id = haki.org() and parcel_id = :parcel and sheet_id = :id""")
                .param("code", sheet.code(), Types.VARCHAR)
                .param("state", sheet.state().key())
                .param("at", ParcelRepository.utc(sheet.enteredAt()))
                .param("by", sheet.enteredBy(), Types.OTHER)
                .param("writer", sheet.writtenBy(), Types.OTHER)
                .param("on", sheet.writtenOn(), Types.DATE)
                .param("parcel", sheet.parcel())
                .param("id", sheet.id())
                .update();
    }

    /** The sheets of a parcel in the order of the queue. */
    List<ParcelSheet> of(UUID parcel) {
        return jdbc.sql("select * from haki.parcel_sheet where org_id = haki.org() and parcel_id = :parcel order by place")
                .param("parcel", parcel)
                .query(ParcelSheetRepository::sheet)
                .list();
    }

    Optional<ParcelSheet> find(UUID parcel, UUID id) {
        return jdbc.sql("select * from haki.parcel_sheet where org_id = haki.org() and parcel_id = :parcel and sheet_id = :id")
                .param("parcel", parcel)
                .param("id", id)
                .query(ParcelSheetRepository::sheet)
                .optional();
    }

    /** Of these codes those that stand on a sheet of an open parcel already. */
    List<String> expected(Collection<String> codes) {
        return jdbc.sql("""
                        select distinct s.code from haki.parcel_sheet s join haki.parcel p on p.org_id = s.org_id and p.id = s.parcel_id
                        where s.org_id = haki.org() and p.signed_at is null and s.state = 'waiting' and s.code = any (:codes)""")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void insert(PaperQuery query) {
        jdbc.sql("""
                        insert into haki.parcel_query (org_id, id, parcel_id, sheet_id, office_id, survey_id, sender_id, sender_place, number, code,
                            place, asked_at)
                        select haki.org(), :id, p.id, :sheet, p.office_id, :survey, p.sender_id, p.sender_place, :number, :code, :place, :at
                        from haki.parcel p where p.org_id = haki.org() and p.id = :parcel""")
                .param("id", query.id())
                .param("parcel", query.parcel())
                .param("sheet", query.sheet())
                .param("survey", query.survey())
                .param("number", query.number(), Types.INTEGER)
                .param("code", query.code())
                .param("place", query.place())
                .param("at", ParcelRepository.utc(query.askedAt()))
                .update();
    }

    void answered(UUID query, Instant at) {
        jdbc.sql("update haki.parcel_query set answered_at = :at where org_id = haki.org() and id = :id and answered_at is null")
                .param("id", query)
                .param("at", ParcelRepository.utc(at))
                .update();
    }

    /** What is asked back about a sheet and not answered yet. */
    List<PaperQuery> openOf(UUID sheet) {
        return jdbc.sql("select * from haki.parcel_query where org_id = haki.org() and sheet_id = :sheet and answered_at is null order by id")
                .param("sheet", sheet)
                .query(ParcelSheetRepository::query)
                .list();
    }

    /** What was asked back about the sheets of a parcel, in the order of the queue. */
    List<PaperQuery> ofParcel(UUID parcel) {
        return jdbc.sql("""
                        select q.* from haki.parcel_query q
                        left join haki.parcel_sheet s on s.org_id = q.org_id and s.parcel_id = q.parcel_id and s.sheet_id = q.sheet_id
                        where q.org_id = haki.org() and q.parcel_id = :parcel order by s.place, q.id""")
                .param("parcel", parcel)
                .query(ParcelSheetRepository::query)
                .list();
    }

    /**
     * What is asked back of the same sender and is not answered yet, from other parcels. The parcels themselves may be signed off and
     * out of sight; queries hold their sender.
     */
    List<PaperQuery> openBefore(Parcel parcel) {
        return jdbc.sql("""
                        select q.* from haki.parcel_query q where q.org_id = haki.org() and q.office_id = :office and q.parcel_id <> :parcel
                          and q.answered_at is null and q.sender_id is not distinct from :sender and q.sender_place = :place order by q.asked_at, q.id""")
                .param("office", parcel.office())
                .param("parcel", parcel.id())
                .param("sender", parcel.senderId(), Types.OTHER)
                .param("place", parcel.senderPlace())
                .query(ParcelSheetRepository::query)
                .list();
    }

    private static ParcelSheet sheet(ResultSet row, int ignored) throws SQLException {
        return new ParcelSheet(ParcelRepository.id(row, "parcel_id"), ParcelRepository.id(row, "sheet_id"), ParcelRepository.id(row, "office_id"),
                ParcelRepository.id(row, "survey_id"), row.getInt("place"), row.getObject("number", Integer.class), row.getString("code"),
                ParcelSheet.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), ParcelRepository.instant(row, "entered_at"),
                ParcelRepository.id(row, "entered_by"), ParcelRepository.id(row, "written_by"), row.getObject("written_on", LocalDate.class));
    }

    private static PaperQuery query(ResultSet row, int ignored) throws SQLException {
        return new PaperQuery(ParcelRepository.id(row, "id"), ParcelRepository.id(row, "parcel_id"), ParcelRepository.id(row, "sheet_id"),
                ParcelRepository.id(row, "office_id"), ParcelRepository.id(row, "survey_id"), row.getObject("number", Integer.class), row.getString("code"),
                row.getString("place"), ParcelRepository.instant(row, "asked_at"), ParcelRepository.instant(row, "answered_at"));
    }
}
