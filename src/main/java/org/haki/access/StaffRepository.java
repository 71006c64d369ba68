package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StaffRepository {

    private final JdbcClient jdbc;

    StaffRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> names(Collection<UUID> persons) {
        var names = new LinkedHashMap<UUID, String>();
        jdbc.sql("select id, name from hub.names(:persons)")
                .param("persons", persons.toArray(UUID[]::new))
                .query(StaffRepository::colleague)
                .list()
                .forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    List<Colleague> colleagues() {
        return jdbc.sql("select id, name from hub.colleagues()").query(StaffRepository::colleague).list();
    }

    List<Colleague> able(Collection<UUID> offices, Set<String> roles) {
        return jdbc.sql("""
                        select id, name from hub.names(array(select hub.able(office, :roles) from unnest(:offices::uuid[]) as office))
                        order by name, id""")
                .param("offices", offices.toArray(UUID[]::new))
                .param("roles", roles.toArray(String[]::new))
                .query(StaffRepository::colleague)
                .list();
    }

    List<Colleague> ableUnnamed(UUID office, Set<String> roles) {
        return jdbc.sql("select id, '' as name from hub.able(:office, :roles) as id")
                .param("office", office)
                .param("roles", roles.toArray(String[]::new))
                .query(StaffRepository::colleague)
                .list();
    }

    Set<UUID> standsInFor(UUID person) {
        return new LinkedHashSet<>(jdbc.sql("select away_id from hub.stand_ins() where stand_in_id = :person")
                .param("person", person)
                .query(UUID.class)
                .list());
    }

    Optional<UUID> standInOf(UUID person) {
        return jdbc.sql("select stand_in_id from hub.stand_ins() where away_id = :person")
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    private static Colleague colleague(ResultSet row, int number) throws SQLException {
        return new Colleague(row.getObject("id", UUID.class), row.getString("name"));
    }
}
