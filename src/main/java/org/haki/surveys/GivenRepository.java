package org.haki.surveys;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms that organisations give to each other, by functions that know who is at work. */
@Repository
class GivenRepository {

    private final JdbcClient jdbc;

    GivenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives it; 0 where there is no such organisation to give to. */
    int give(UUID id, UUID receiver, SurveyVersion version, String title, Instant at) {
        return jdbc.sql("select hub.give_form(:id, :to, :hash, :title, :file, :at)")
                .param("id", id)
                .param("to", receiver)
                .param("hash", version.form())
                .param("title", title)
                .param("file", version.fileName())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void giveFile(UUID gift, SurveyMedia file) {
        jdbc.sql("select hub.give_form_file(:gift, :name, :type, :md5, :content)")
                .param("gift", gift)
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("md5", file.md5())
                .param("content", file.content())
                .query((_, _) -> null)
                .list();
    }

    /** What waits for the organisation at work, the newest first. */
    List<GivenForm> waiting() {
        return jdbc.sql("select id, giver, title, file_name, form_hash, given_at from hub.form_gifts()")
                .query((row, _) -> new GivenForm(row.getObject("id", UUID.class), row.getString("giver"), row.getString("title"),
                        row.getString("file_name"), row.getString("form_hash"), row.getObject("given_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<SurveyMedia> files(UUID gift) {
        return jdbc.sql("select name, media_type, md5, content from hub.form_gift_files(:gift)")
                .param("gift", gift)
                .query((row, _) -> new SurveyMedia(row.getString("name"), row.getString("media_type"), row.getString("md5"), row.getBytes("content")))
                .list();
    }

    /** It is over; 0 where it was. */
    int end(UUID gift, Instant at) {
        return jdbc.sql("select hub.end_form_gift(:gift, :at)")
                .param("gift", gift)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
