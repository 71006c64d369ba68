package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    Optional<Organisation> suspended(String slug) {
        return jdbc.sql("select * from hub.suspended_organisation(:slug)")
                .param("slug", slug)
                .query(OrganisationRepository::organisation)
                .optional();
    }

    /** The keeper of a network: with this slug, or of the first one where it is {@code null}. */
    Optional<Organisation> keeper(String slug) {
        return jdbc.sql("select * from hub.keeper(:slug)")
                .param("slug", slug)
                .query(OrganisationRepository::organisation)
                .optional();
    }

    List<Office> officesOf(UUID org) {
        return jdbc.sql("select id, name, region from hub.offices(:org)")
                .param("org", org)
                .query((row, _) -> new Office(row.getObject("id", UUID.class), row.getString("name"), row.getString("region")))
                .list();
    }

    /** Founds the organisation at work. */
    void found(String slug, String name, ZoneId zone, String language, String region) {
        run(jdbc.sql("select hub.found_organisation(:slug, :name, :zone, :language, :region)")
                .param("slug", slug)
                .param("name", name)
                .param("zone", zone.getId())
                .param("language", language)
                .param("region", region));
    }

    void change(String name, ZoneId zone, String language, String region) {
        run(jdbc.sql("select hub.change_organisation(:name, :zone, :language, :region)")
                .param("name", name)
                .param("zone", zone.getId())
                .param("language", language)
                .param("region", region));
    }

    void addOffice(UUID id, String name) {
        run(jdbc.sql("select hub.add_office(:id, :name)").param("id", id).param("name", name));
    }

    int renameOffice(UUID id, String name) {
        return jdbc.sql("select hub.rename_office(:id, :name)")
                .param("id", id)
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    int placeOffice(UUID id, String region) {
        return jdbc.sql("select hub.place_office(:id, :region)")
                .param("id", id)
                .param("region", region)
                .query(Integer.class)
                .single();
    }

    List<String> regions() {
        return jdbc.sql("select name from hub.regions()").query(String.class).list();
    }

    void addRegion(String name) {
        run(jdbc.sql("select hub.add_region(:name)").param("name", name));
    }

    void keep(PublicPage page) {
        run(jdbc.sql("select hub.keep_public_page(:page::jsonb)").param("page", JSON.writeValueAsString(page)));
    }

    void markReady(Instant at) {
        run(jdbc.sql("select hub.mark_ready(:at)").param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC)));
    }

    private static void run(JdbcClient.StatementSpec statement) {
        statement.query((_, _) -> null).list();
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
