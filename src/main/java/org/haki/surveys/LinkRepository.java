package org.haki.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links by which clients say alone how it was; known by a hash before an organisation is. */
@Repository
class LinkRepository {

    /** Whose form a link asks with. */
    record Row(UUID org, UUID office, UUID survey) {}

    private final JdbcClient jdbc;

    LinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void give(byte[] hash, UUID office, UUID survey, Instant until, Instant at) {
        jdbc.sql("select hub.give_survey_link(:hash, :office, :survey, :until, :at)")
                .param("hash", hash)
                .param("office", office)
                .param("survey", survey)
                .param("until", utc(until))
                .param("at", utc(at))
                .query((_, _) -> null)
                .list();
    }

    Optional<Row> byHash(byte[] hash, Instant at) {
        return jdbc.sql("select org_id, office_id, survey_id from hub.survey_link_of(:hash, :at)")
                .param("hash", hash)
                .param("at", utc(at))
                .query(LinkRepository::row)
                .optional();
    }

    void end(byte[] hash) {
        jdbc.sql("select hub.end_survey_link(:hash)").param("hash", hash).query((_, _) -> null).list();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("org_id", UUID.class), row.getObject("office_id", UUID.class), row.getObject("survey_id", UUID.class));
    }
}
