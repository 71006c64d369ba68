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
class EntityRepository {

    private final JdbcClient jdbc;

    EntityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new one; 0 where there is one of this id, also one that the actor does not see. */
    int insert(Entity entity) {
        return jdbc.sql("""
                        insert into haki.entity (org_id, id, list_id, office_id, key_id, sealed, version, conflict, made_at, changed_at)
                        values (haki.org(), :id, :list, :office, :key, :sealed, :version, :conflict, :at, :at) on conflict (org_id, id) do nothing""")
                .param("id", entity.id())
                .param("list", entity.list())
                .param("office", entity.office())
                .param("key", entity.key())
                .param("sealed", entity.sealed().bytes())
                .param("version", entity.version())
                .param("conflict", entity.conflict())
                .param("at", utc(entity.changedAt()))
                .update();
    }

    /** It stands so now, over the version before; 0 where another is there. */
    int keep(Entity entity) {
        return jdbc.sql("""
                        update haki.entity set sealed = :sealed, version = :version, conflict = :conflict, changed_at = :at
                        where org_id = haki.org() and id = :id and version = :version - 1""")
                .param("id", entity.id())
                .param("sealed", entity.sealed().bytes())
                .param("version", entity.version())
                .param("conflict", entity.conflict())
                .param("at", utc(entity.changedAt()))
                .update();
    }

    /** It stands in no list on phones, or does again; 0 where another version is there. */
    int retire(UUID id, int base, Instant at) {
        return jdbc.sql("update haki.entity set retired_at = :at where org_id = haki.org() and id = :id and version = :base and key_id is not null")
                .param("id", id)
                .param("base", base)
                .param("at", at == null ? null : utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** What it said is gone; that there was one of this id stays. */
    void destroy(UUID id, Instant at) {
        jdbc.sql("delete from haki.entity_version where org_id = haki.org() and entity_id = :id").param("id", id).update();
        jdbc.sql("""
                        update haki.entity set key_id = null, sealed = null, conflict = '', retired_at = coalesce(retired_at, :at), changed_at = :at
                        where org_id = haki.org() and id = :id""")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    Optional<Entity> one(UUID id) {
        return jdbc.sql("select * from haki.entity where org_id = haki.org() and id = :id").param("id", id).query(EntityRepository::entity).optional();
    }

    /** Those that stand in a list now: those of which something is to be settled first, then the newest changed, after so many. */
    List<Entity> in(UUID list, int after, int most) {
        return jdbc.sql("""
                        select * from haki.entity where org_id = haki.org() and list_id = :list and key_id is not null
                        order by retired_at is not null, conflict = '', changed_at desc, id desc offset :after limit :most""")
                .param("list", list)
                .param("after", after)
                .param("most", most)
                .query(EntityRepository::entity)
                .list();
    }

    /** Those that phones get, the newest changed first. */
    List<Entity> offered(UUID list, int most) {
        return jdbc.sql("""
                        select * from haki.entity where org_id = haki.org() and list_id = :list and key_id is not null and retired_at is null
                        order by changed_at desc, id desc limit :most""")
                .param("list", list)
                .param("most", most)
                .query(EntityRepository::entity)
                .list();
    }

    void insert(EntityVersion version) {
        jdbc.sql("""
                        insert into haki.entity_version (org_id, id, entity_id, office_id, number, how, base, branch, branch_base, conflict, forced, sealed,
                            sheet_id, by_person, at)
                        values (haki.org(), :id, :entity, :office, :number, :how, :base, :branch, :branchBase, :conflict, :forced, :sealed, :sheet, :by, :at)""")
                .param("id", version.id())
                .param("entity", version.entity())
                .param("office", version.office())
                .param("number", version.number())
                .param("how", version.how())
                .param("base", version.base(), Types.INTEGER)
                .param("branch", version.branch(), Types.OTHER)
                .param("branchBase", version.branchBase(), Types.INTEGER)
                .param("conflict", version.conflict())
                .param("forced", version.forced())
                .param("sealed", version.sealed().bytes())
                .param("sheet", version.sheet(), Types.OTHER)
                .param("by", version.by(), Types.OTHER)
                .param("at", utc(version.at()))
                .update();
    }

    /** How one came to stand as it does, the oldest first. */
    List<EntityVersion> versions(UUID entity) {
        return jdbc.sql("select * from haki.entity_version where org_id = haki.org() and entity_id = :entity order by number").param("entity", entity)
                .query(EntityRepository::version).list();
    }

    /** Whether a filled-in form did something to a thing before, or waits to. */
    boolean didSomething(UUID sheet) {
        return jdbc.sql("""
                        select exists (select 1 from haki.entity_version v where v.org_id = haki.org() and v.sheet_id = :sheet)
                            or exists (select 1 from haki.entity_held h where h.org_id = haki.org() and h.sheet_id = :sheet)""")
                .param("sheet", sheet).query(Boolean.class).single();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Entity entity(ResultSet row, int number) throws SQLException {
        return new Entity(row.getObject("id", UUID.class), row.getObject("list_id", UUID.class), row.getObject("office_id", UUID.class),
                row.getObject("key_id", UUID.class), Sealed.of(row.getBytes("sealed")), row.getInt("version"), row.getString("conflict"),
                instant(row, "changed_at"), instant(row, "retired_at"));
    }

    private static EntityVersion version(ResultSet row, int number) throws SQLException {
        return new EntityVersion(row.getObject("id", UUID.class), row.getObject("entity_id", UUID.class), row.getObject("office_id", UUID.class),
                row.getInt("number"), row.getString("how"), row.getObject("base", Integer.class), row.getObject("branch", UUID.class),
                row.getObject("branch_base", Integer.class), row.getString("conflict"), row.getBoolean("forced"), new Sealed(row.getBytes("sealed")),
                row.getObject("sheet_id", UUID.class), row.getObject("by_person", UUID.class), instant(row, "at"));
    }
}
