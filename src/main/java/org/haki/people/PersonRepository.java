package org.haki.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.ui.Stretch;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonRepository {

    /** Somebody in the register, sealed. */
    record Row(UUID id, UUID office, boolean fenced, UUID key, Sealed sealed, String sex, String ageGroup, Instant since, int version) {}

    /** Where a page of the list begins: after this moment and id. */
    record Mark(Instant since, UUID id) {

        static final Mark NEWEST = new Mark(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        /** Reads a mark from an address; anything else means the beginning. */
        static Mark read(String text) {
            try {
                var parts = text.split("_", 2);
                return new Mark(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), UUID.fromString(parts[1]));
            } catch (RuntimeException notAMark) {
                return NEWEST;
            }
        }

        /** As it stands in an address. */
        String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, since) + "_" + id;
        }
    }

    /**
     * A part of the register.
     *
     * @param before how many stand before it, as far as they are counted
     * @param count  how many there are, as far as they are counted
     * @param back   where the part before begins; {@code null} for the beginning of the list
     */
    record Found(List<Row> rows, long before, long count, Mark back) {}

    private final JdbcClient jdbc;

    PersonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Row row, UUID by) {
        jdbc.sql("""
                        insert into vault.person (org_id, id, office_id, fenced, key_id, sealed, sex, age_group, created_by)
                        values (haki.org(), :id, :office, :fenced, :key, :sealed, :sex, :ageGroup, :by)""")
                .param("id", row.id())
                .param("office", row.office())
                .param("fenced", row.fenced())
                .param("key", row.key())
                .param("sealed", row.sealed().bytes())
                .param("sex", row.sex())
                .param("ageGroup", row.ageGroup())
                .param("by", by)
                .update();
    }

    /** Answers how many rows were of that version: 1, or 0 where someone was faster. */
    int update(Row row, int base) {
        return jdbc.sql("""
                        update vault.person
                        set sealed = :sealed, sex = :sex, age_group = :ageGroup, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base""")
                .param("sealed", row.sealed().bytes())
                .param("sex", row.sex())
                .param("ageGroup", row.ageGroup())
                .param("id", row.id())
                .param("base", base)
                .update();
    }

    void fence(UUID person, boolean fenced) {
        jdbc.sql("update vault.person set fenced = :fenced where org_id = haki.org() and id = :id and fenced <> :fenced")
                .param("fenced", fenced)
                .param("id", person)
                .update();
    }

    Optional<Row> find(UUID person) {
        return byIds(List.of(person)).stream().findFirst();
    }

    List<Row> byIds(Collection<UUID> people) {
        return jdbc.sql("""
                        select id, office_id, fenced, key_id, sealed, sex, age_group, created_at, version
                        from vault.person where org_id = haki.org() and id = any (:ids)""")
                .param("ids", people.toArray(UUID[]::new))
                .query(PersonRepository::row)
                .list();
    }

    /** The newest first, one more than the page holds; a query that reads no more where there is more. */
    Found newest(Mark after, int size) {
        var found = jdbc.sql("""
                        with counted as (
                            select created_at, id, row_number() over (order by created_at desc, id desc) as place
                            from vault.people_after('infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', :counted)
                        ), whole as (
                            select count(*) as count, count(*) filter (where (created_at, id) >= (:since, :id)) as before from counted
                        )
                        select page.id, page.office_id, page.fenced, page.key_id, page.sealed, page.sex, page.age_group, page.created_at,
                               page.version, whole.count, whole.before, back.created_at as back_at, back.id as back_id
                        from vault.people_after(:since, :id, :size) page
                        cross join whole left join counted back on back.place = whole.before - :page
                        order by page.created_at desc, page.id desc""")
                .param("since", after.since().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("size", size + 1)
                .param("page", size)
                .param("counted", Stretch.COUNTED + 1)
                .query(PersonRepository::found)
                .list();
        return found.isEmpty() ? new Found(List.of(), 0, 0, null)
                : new Found(found.stream().flatMap(one -> one.rows().stream()).toList(), found.getFirst().before(), found.getFirst().count(),
                        found.getFirst().back());
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var back = row.getObject("back_at", OffsetDateTime.class);
        return new Found(List.of(row(row, number)), row.getLong("before"), row.getLong("count"),
                back == null ? null : new Mark(back.toInstant(), row.getObject("back_id", UUID.class)));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("office_id", UUID.class),
                row.getBoolean("fenced"),
                row.getObject("key_id", UUID.class),
                Sealed.of(row.getBytes("sealed")),
                row.getString("sex"),
                row.getString("age_group"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
