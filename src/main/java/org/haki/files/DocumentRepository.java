package org.haki.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DocumentRepository {

    private final JdbcClient jdbc;

    DocumentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Document document) {
        jdbc.sql("""
                        insert into haki.document (org_id, id, case_id, key_id, kind, media_type, size, parts, added_by)
                        values (haki.org(), :id, :case, :key, :kind, :type, :size, :parts, :by)""")
                .param("id", document.id())
                .param("case", document.caseId())
                .param("key", document.key())
                .param("kind", document.kind())
                .param("type", document.mediaType())
                .param("size", document.size())
                .param("parts", document.parts())
                .param("by", document.by())
                .update();
    }

    void insertPart(Document document, int number, Sealed sealed) {
        jdbc.sql("""
                        insert into haki.document_part (org_id, document_id, case_id, no, sealed)
                        values (haki.org(), :document, :case, :no, :sealed)""")
                .param("document", document.id())
                .param("case", document.caseId())
                .param("no", number)
                .param("sealed", sealed.bytes())
                .update();
    }

    Optional<Document> find(UUID caseId, UUID id) {
        return jdbc.sql("""
                        select id, case_id, key_id, kind, media_type, size, parts, added_at, added_by from haki.document
                        where org_id = haki.org() and case_id = :case and id = :id""")
                .param("case", caseId)
                .param("id", id)
                .query(DocumentRepository::document)
                .optional();
    }

    List<Document> byIds(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, case_id, key_id, kind, media_type, size, parts, added_at, added_by from haki.document
                        where org_id = haki.org() and id = any (:ids)
                        order by added_at, id""")
                .param("ids", ids.toArray(UUID[]::new))
                .query(DocumentRepository::document)
                .list();
    }

    List<Sealed> parts(UUID document) {
        return jdbc.sql("select sealed from haki.document_part where org_id = haki.org() and document_id = :document order by no")
                .param("document", document)
                .query((row, _) -> new Sealed(row.getBytes("sealed")))
                .list();
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("key_id", UUID.class),
                row.getString("kind"),
                row.getString("media_type"),
                row.getInt("size"),
                row.getInt("parts"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getObject("added_by", UUID.class));
    }
}
