package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;
import static org.haki.cases.CaseFileRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoteRepository {

    /** A note, sealed; {@code byOrg} wrote it first, or {@code null} for our own; {@code amends} is the one it stands in place of, or {@code null}; {@code kept} from every window. */
    record Row(
            UUID id, UUID caseId, String kind, Sealed sealed, Instant happenedAt, Instant recordedAt, UUID author, UUID amends, boolean kept,
            UUID byOrg) {}

    private final JdbcClient jdbc;

    NoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers how many were written: 1, or 0 where someone has amended the same note before. */
    int insert(Row note) {
        return jdbc.sql("""
                        insert into haki.case_note (org_id, id, case_id, kind, sealed, happened_at, author_id, amends, kept, by_org)
                        values (haki.org(), :id, :case, :kind, :sealed, :happened, :author, :amends, :kept, coalesce(:byOrg, haki.org()))
                        on conflict (org_id, amends) where amends is not null do nothing""")
                .param("id", note.id())
                .param("case", note.caseId())
                .param("kind", note.kind())
                .param("sealed", note.sealed().bytes())
                .param("happened", utc(note.happenedAt()))
                .param("author", note.author())
                .param("amends", note.amends())
                .param("kept", note.kept())
                .param("byOrg", note.byOrg(), Types.OTHER)
                .update();
    }

    Optional<Row> find(UUID caseId, UUID note) {
        return jdbc.sql("""
                        select id, case_id, kind, sealed, happened_at, recorded_at, author_id, amends, kept, by_org
                        from haki.case_note where org_id = haki.org() and case_id = :case and id = :id""")
                .param("case", caseId)
                .param("id", note)
                .query(NoteRepository::row)
                .optional();
    }

    /** Every version of every note of the case, in the order of writing. */
    List<Row> of(UUID caseId) {
        return jdbc.sql("""
                        select id, case_id, kind, sealed, happened_at, recorded_at, author_id, amends, kept, by_org
                        from haki.case_note where org_id = haki.org() and case_id = :case
                        order by recorded_at, id""")
                .param("case", caseId)
                .query(NoteRepository::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                id(row, "id"),
                id(row, "case_id"),
                row.getString("kind"),
                Sealed.of(row.getBytes("sealed")),
                instant(row, "happened_at"),
                instant(row, "recorded_at"),
                id(row, "author_id"),
                id(row, "amends"),
                row.getBoolean("kept"),
                id(row, "by_org"));
    }
}
