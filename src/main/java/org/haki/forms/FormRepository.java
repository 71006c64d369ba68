package org.haki.forms;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haki.xlsform.Form;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FormRepository {

    record Book(String id, byte[] workbook, String xform) {}

    record Use(String usedBy, String section, String form) {}

    private final JdbcClient jdbc;

    FormRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> known(Collection<String> hashes) {
        return new HashSet<>(jdbc.sql("select * from hub.known_forms(:hashes)")
                .param("hashes", hashes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    Optional<Book> book(String hash) {
        return jdbc.sql("select form_id, workbook, xform from hub.form_book(:hash)")
                .param("hash", hash)
                .query((row, _) -> new Book(row.getString("form_id"), row.getBytes("workbook"), row.getString("xform")))
                .optional();
    }

    void publish(String hash, Form form, Book book, String questions, Instant at) {
        jdbc.sql("select hub.publish_form(:hash, :id, :version, :title, :book, :form, :questions::jsonb, :at)")
                .param("hash", hash)
                .param("id", form.id())
                .param("version", form.version())
                .param("title", form.title())
                .param("book", book.workbook())
                .param("form", book.xform())
                .param("questions", questions)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query((_, _) -> null)
                .list();
    }

    void use(Use use, Instant at) {
        jdbc.sql("select hub.use_form(:by, :section, :hash, :at)")
                .param("by", use.usedBy())
                .param("section", use.section())
                .param("hash", use.form())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query((_, _) -> null)
                .list();
    }

    List<Use> used() {
        return jdbc.sql("select used_by, section, form_hash from hub.forms_used()")
                .query((row, _) -> new Use(row.getString("used_by"), row.getString("section"), row.getString("form_hash")))
                .list();
    }
}
