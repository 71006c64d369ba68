package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OrganisationRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    OrganisationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Organisation> all() {
        return jdbc.sql("select * from hub.organisations()").query(OrganisationRepository::organisation).list();
    }

    Optional<Organisation> byId(UUID id) {
        return jdbc.sql("select * from hub.organisations() where id = :id")
                .param("id", id)
                .query(OrganisationRepository::organisation)
                .optional();
    }

    Optional<Organisation> bySlug(String slug) {
        return jdbc.sql("select * from hub.organisations() where slug = :slug")
                .param("slug", slug)
                .query(OrganisationRepository::organisation)
                .optional();
    }

    List<Office> officesOf(UUID org) {
        return jdbc.sql("select id, name from hub.offices(:org)")
                .param("org", org)
                .query((row, _) -> new Office(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        var page = row.getString("public_page");
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getString("language"),
                row.getString("region"),
                page.equals("{}") ? PublicPage.UNSET : JSON.readValue(page, PublicPage.class),
                row.getTimestamp("ready_at") != null);
    }
}
