package org.haki.entities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EntityListRepository {

    /** A change that waits for the one that it follows. */
    record Held(UUID id, UUID list, UUID entity, UUID office, UUID key, Sealed sealed, int base, Integer trunk, UUID branch, UUID sheet, UUID by, Instant heldAt) {}

    /** A list with what of it the actor sees. */
    record Counted(EntityList list, int entities, int conflicts, int held) {}

    private final JdbcClient jdbc;

    EntityListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever changes this waits for whoever is changing it. */
    void lock(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(haki.org() || 'entity ' || :what, 0))").param("what", what).query((_, _) -> null).list();
    }

    /** There is a list of this name from now on; answers it. */
    EntityList make(UUID id, String name, Instant at) {
        jdbc.sql("insert into haki.entity_list (org_id, id, name, made_at) values (haki.org(), :id, :name, :at) on conflict (org_id, name) do nothing")
                .param("id", id)
                .param("name", name)
                .param("at", utc(at))
                .update();
        return named(name).orElseThrow();
    }

    void keepProperties(UUID id, List<String> properties) {
        jdbc.sql("update haki.entity_list set properties = :properties where org_id = haki.org() and id = :id")
                .param("properties", properties.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    Optional<EntityList> named(String name) {
        return jdbc.sql("select id, name, properties from haki.entity_list where org_id = haki.org() and name = :name").param("name", name)
                .query(EntityListRepository::list).optional();
    }

    Optional<EntityList> one(UUID id) {
        return jdbc.sql("select id, name, properties from haki.entity_list where org_id = haki.org() and id = :id").param("id", id)
                .query(EntityListRepository::list).optional();
    }

    /** All lists by name, each with how many things stand in it, are to be settled, and wait for what they follow, of those that the actor sees. */
    List<Counted> all() {
        return jdbc.sql("""
                        select l.id, l.name, l.properties,
                               (select count(*) from haki.entity e where e.org_id = l.org_id and e.list_id = l.id and e.key_id is not null and e.retired_at is null) as entities,
                               (select count(*) from haki.entity e where e.org_id = l.org_id and e.list_id = l.id and e.conflict <> '') as conflicts,
                               (select count(*) from haki.entity_held h where h.org_id = l.org_id and h.list_id = l.id) as held
                        from haki.entity_list l where l.org_id = haki.org() order by l.name""")
                .query((row, number) -> new Counted(list(row, number), row.getInt("entities"), row.getInt("conflicts"), row.getInt("held")))
                .list();
    }

    void hold(Held held) {
        jdbc.sql("""
                        insert into haki.entity_held (org_id, id, list_id, entity_id, office_id, key_id, sealed, base, trunk, branch, sheet_id, by_person, held_at)
                        values (haki.org(), :id, :list, :entity, :office, :key, :sealed, :base, :trunk, :branch, :sheet, :by, :at)""")
                .param("id", held.id())
                .param("list", held.list())
                .param("entity", held.entity())
                .param("office", held.office())
                .param("key", held.key())
                .param("sealed", held.sealed().bytes())
                .param("base", held.base())
                .param("trunk", held.trunk(), Types.INTEGER)
                .param("branch", held.branch())
                .param("sheet", held.sheet())
                .param("by", held.by(), Types.OTHER)
                .param("at", utc(held.heldAt()))
                .update();
    }

    void release(UUID id) {
        jdbc.sql("delete from haki.entity_held where org_id = haki.org() and id = :id").param("id", id).update();
    }

    /** What waits for one thing, in the order in which it follows. */
    List<Held> heldOf(UUID entity) {
        return jdbc.sql("select * from haki.entity_held where org_id = haki.org() and entity_id = :entity order by base, held_at, id").param("entity", entity)
                .query(EntityListRepository::held).list();
    }

    /** What waits and was said by one filled-in form. */
    List<Held> heldBy(UUID sheet) {
        return jdbc.sql("select * from haki.entity_held where org_id = haki.org() and sheet_id = :sheet").param("sheet", sheet)
                .query(EntityListRepository::held).list();
    }

    /** What waits in a list, longest first. */
    List<Held> heldIn(UUID list) {
        return jdbc.sql("select * from haki.entity_held where org_id = haki.org() and list_id = :list order by held_at, base, id").param("list", list)
                .query(EntityListRepository::held).list();
    }

    /** What has been waiting since before this moment. */
    List<Held> heldBefore(Instant moment) {
        return jdbc.sql("select * from haki.entity_held where org_id = haki.org() and held_at < :moment order by held_at, base, id limit 1000")
                .param("moment", utc(moment)).query(EntityListRepository::held).list();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static EntityList list(ResultSet row, int number) throws SQLException {
        return new EntityList(row.getObject("id", UUID.class), row.getString("name"), List.of((String[]) row.getArray("properties").getArray()));
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(row.getObject("id", UUID.class), row.getObject("list_id", UUID.class), row.getObject("entity_id", UUID.class),
                row.getObject("office_id", UUID.class), row.getObject("key_id", UUID.class), new Sealed(row.getBytes("sealed")), row.getInt("base"),
                row.getObject("trunk", Integer.class), row.getObject("branch", UUID.class), row.getObject("sheet_id", UUID.class),
                row.getObject("by_person", UUID.class), row.getObject("held_at", OffsetDateTime.class).toInstant());
    }
}
