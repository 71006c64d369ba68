package org.haki.lists;

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
class ListRepository {

    private final JdbcClient jdbc;

    ListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever changes the lists now waits for whoever is changing them. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('lists ' || haki.org(), 0))").query((_, _) -> null).list();
    }

    /** Every entry of all lists, by name. */
    List<ListEntry> all() {
        return jdbc.sql("""
                        select e.id, e.list, e.name, e.kind, e.code, e.parent_id, p.name as parent_name, e.place_id, o.name as place_name,
                               e.retired_at, e.version
                        from haki.list_entry e
                        left join haki.list_entry p on p.org_id = e.org_id and p.id = e.parent_id
                        left join haki.list_entry o on o.org_id = e.org_id and o.id = e.place_id
                        where e.org_id = haki.org()
                        order by lower(e.name), e.id""")
                .query(ListRepository::entry)
                .list();
    }

    List<String> offered(String list) {
        return jdbc.sql("""
                        select name from haki.list_entry
                        where org_id = haki.org() and list = :list and retired_at is null order by lower(name), id""")
                .param("list", list)
                .query(String.class)
                .list();
    }

    /** Entries of a list whose name or code has this in it, after this name and id. */
    List<ListEntry> page(String list, String named, String afterName, UUID after, int limit) {
        return jdbc.sql("""
                        select e.id, e.list, e.name, e.kind, e.code, e.parent_id, p.name as parent_name, e.place_id, o.name as place_name,
                               e.retired_at, e.version
                        from haki.list_entry e
                        left join haki.list_entry p on p.org_id = e.org_id and p.id = e.parent_id
                        left join haki.list_entry o on o.org_id = e.org_id and o.id = e.place_id
                        where e.org_id = haki.org() and e.list = :list
                          and (:named = '' or position(lower(:named) in lower(e.name)) > 0 or lower(e.code) = lower(:named))
                          and (:after::uuid is null or (lower(e.name), e.id) > (lower(:name), :after::uuid))
                        order by lower(e.name), e.id limit :limit""")
                .param("list", list)
                .param("named", named)
                .param("name", afterName)
                .param("after", after)
                .param("limit", limit)
                .query(ListRepository::entry)
                .list();
    }

    void insert(ListEntry entry, UUID by, Instant at) {
        jdbc.sql("""
                        insert into haki.list_entry (org_id, id, list, name, kind, code, parent_id, place_id, by_person, changed_at)
                        values (haki.org(), :id, :list, :name, :kind, :code, :parent::uuid, :place::uuid, :by, :at)""")
                .param("id", entry.id())
                .param("list", entry.list().file())
                .param("name", entry.name())
                .param("kind", entry.kind())
                .param("code", entry.code())
                .param("parent", entry.parent())
                .param("place", entry.place())
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** Changes an entry over the version it was read in; 0 where another is there. */
    int change(ListEntry entry, UUID by, Instant at) {
        return jdbc.sql("""
                        update haki.list_entry set name = :name, kind = :kind, code = :code, parent_id = :parent::uuid, place_id = :place::uuid,
                               by_person = :by, changed_at = :at, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base""")
                .param("id", entry.id())
                .param("name", entry.name())
                .param("kind", entry.kind())
                .param("code", entry.code())
                .param("parent", entry.parent())
                .param("place", entry.place())
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("base", entry.version())
                .update();
    }

    /** Offers an entry no longer, or again where {@code at} is {@code null}; 0 where another version is there. */
    int retire(UUID id, int base, Instant at) {
        return jdbc.sql("""
                        update haki.list_entry set retired_at = :at::timestamptz, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base""")
                .param("id", id)
                .param("at", at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("base", base)
                .update();
    }

    private static ListEntry entry(ResultSet row, int number) throws SQLException {
        return new ListEntry(row.getObject("id", UUID.class), OwnList.of(row.getString("list")), row.getString("name"), row.getString("kind"),
                row.getString("code"), row.getObject("parent_id", UUID.class), text(row, "parent_name"), row.getObject("place_id", UUID.class),
                text(row, "place_name"), row.getObject("retired_at") != null, row.getInt("version"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }
}
