package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts of the person at work; the row policy lets nobody see another's. */
@Repository
class DraftRepository {

    /** A draft whose fields are still sealed. */
    record Row(UUID id, String page, String action, Sealed sealed, Instant savedAt) {}

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it instead of an earlier one for the same form. */
    void keep(UUID org, UUID person, Row draft) {
        jdbc.sql("""
                        insert into haki.draft (org_id, id, person_id, page, action, sealed, saved_at)
                        values (:org, :id, :person, :page, :action, :sealed, :at)
                        on conflict (org_id, person_id, action) do update
                        set id = excluded.id, page = excluded.page, sealed = excluded.sealed, saved_at = excluded.saved_at""")
                .param("org", org)
                .param("id", draft.id())
                .param("person", person)
                .param("page", draft.page())
                .param("action", draft.action())
                .param("sealed", draft.sealed().bytes())
                .param("at", OffsetDateTime.ofInstant(draft.savedAt(), ZoneOffset.UTC))
                .update();
    }

    Optional<Row> byId(UUID id) {
        return jdbc.sql("select id, page, action, sealed, saved_at from haki.draft where org_id = haki.org() and id = :id")
                .param("id", id)
                .query(DraftRepository::row)
                .optional();
    }

    Optional<Row> latestOf(String page) {
        return jdbc.sql("""
                        select id, page, action, sealed, saved_at from haki.draft
                        where org_id = haki.org() and page = :page order by saved_at desc limit 1""")
                .param("page", page)
                .query(DraftRepository::row)
                .optional();
    }

    List<Row> all() {
        return jdbc.sql("""
                        select id, page, action, sealed, saved_at from haki.draft
                        where org_id = haki.org() order by saved_at desc limit 50""")
                .query(DraftRepository::row)
                .list();
    }

    int forget(UUID id) {
        return jdbc.sql("delete from haki.draft where org_id = haki.org() and id = :id").param("id", id).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("page"),
                row.getString("action"),
                Sealed.of(row.getBytes("sealed")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
