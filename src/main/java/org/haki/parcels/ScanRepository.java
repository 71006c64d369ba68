package org.haki.parcels;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Photos and scans of sheets; they go by themselves with the parcel that is signed off, and with the filled-in form. */
@Repository
class ScanRepository {

    /** A scan as it lies there. */
    record Row(String mediaType, Sealed content) {}

    private final JdbcClient jdbc;

    ScanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a scan, over one that was there. */
    void keep(ParcelSheet sheet, Row scan, UUID by, Instant at) {
        jdbc.sql("""
                        insert into haki.parcel_scan (org_id, parcel_id, sheet_id, office_id, media_type, content, added_at, added_by)
                        values (haki.org(), :parcel, :sheet, :office, :type, :content, :at, :by)
                        on conflict (org_id, parcel_id, sheet_id) do update set media_type = excluded.media_type, content = excluded.content,
                            added_at = excluded.added_at, added_by = excluded.added_by""")
                .param("parcel", sheet.parcel())
                .param("sheet", sheet.id())
                .param("office", sheet.office())
                .param("type", scan.mediaType())
                .param("content", scan.content().bytes())
                .param("at", ParcelRepository.utc(at))
                .param("by", by, Types.OTHER)
                .update();
    }

    Optional<Row> find(UUID parcel, UUID sheet) {
        return jdbc.sql("select media_type, content from haki.parcel_scan where org_id = haki.org() and parcel_id = :parcel and sheet_id = :sheet")
                .param("parcel", parcel)
                .param("sheet", sheet)
                .query((row, _) -> new Row(row.getString("media_type"), new Sealed(row.getBytes("content"))))
                .optional();
    }

    boolean has(UUID parcel, UUID sheet) {
        return jdbc.sql("select exists (select from haki.parcel_scan where org_id = haki.org() and parcel_id = :parcel and sheet_id = :sheet)")
                .param("parcel", parcel)
                .param("sheet", sheet)
                .query(Boolean.class)
                .single();
    }
}
