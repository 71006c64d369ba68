package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DirectoryRepository {

    private final JdbcClient jdbc;

    DirectoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Offers of the network, by organisation; {@code null} stands for any. After this name and id, at most so many. */
    List<ServiceOffer> offers(UUID org, String kind, String area, String afterName, UUID afterId, int limit) {
        return jdbc.sql("""
                        select id, org_id, organisation, slug, kind, areas, audience, languages, focal, focal_name, hours, taking, version
                        from hub.offers(:org::uuid, :kind, :area, :name, :after::uuid, :limit)""")
                .param("org", org)
                .param("kind", kind)
                .param("area", area)
                .param("name", afterName)
                .param("after", afterId)
                .param("limit", limit)
                .query(DirectoryRepository::offer)
                .list();
    }

    /** Keeps an offer; 0 where another version is there than the one it was read in. */
    int keep(UUID id, int base, ServiceOfferForm said, Instant at) {
        return jdbc.sql("""
                        select hub.keep_offer(:id, :base, :kind, :areas, :audience, :languages, :focal::uuid, :hours, :taking, :at)""")
                .param("id", id)
                .param("base", base)
                .param("kind", said.kind())
                .param("areas", said.places().toArray(String[]::new))
                .param("audience", said.audience().toArray(String[]::new))
                .param("languages", said.languages().toArray(String[]::new))
                .param("focal", said.focalPerson())
                .param("hours", said.hours())
                .param("taking", said.takesClients())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int end(UUID id, int base) {
        return jdbc.sql("select hub.end_offer(:id, :base)").param("id", id).param("base", base).query(Integer.class).single();
    }

    private static ServiceOffer offer(ResultSet row, int number) throws SQLException {
        var focalName = row.getString("focal_name");
        return new ServiceOffer(
                row.getObject("id", UUID.class),
                row.getObject("org_id", UUID.class),
                row.getString("organisation"),
                row.getString("slug"),
                row.getString("kind"),
                texts(row, "areas"),
                texts(row, "audience"),
                texts(row, "languages"),
                row.getObject("focal", UUID.class),
                focalName == null ? "" : focalName,
                row.getString("hours"),
                row.getBoolean("taking"),
                row.getInt("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
