package org.haki.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeviceRepository {

    /** A device as its key tells it, before an organisation is known; {@code roles} are its person's. */
    record Known(UUID id, UUID org, UUID office, UUID person, String name, String language, ZoneId zone, Set<String> roles) {}

    private final JdbcClient jdbc;

    DeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Known> byKey(byte[] hash) {
        return jdbc.sql("select * from hub.device_by_key(:token)")
                .param("token", hash)
                .query((row, _) -> new Known(id(row, "id"), id(row, "org_id"), id(row, "office_id"), id(row, "login_id"), row.getString("name"),
                        row.getString("language"), ZoneId.of(row.getString("zone")), Set.of((String[]) row.getArray("roles").getArray())))
                .optional();
    }

    void insert(Device device, byte[] hash, UUID by) {
        jdbc.sql("""
                        insert into haki.device (org_id, id, name, office_id, person_id, enrolled_at, enrolled_by)
                        values (haki.org(), :id, :name, :office, :person, :at, :by)""")
                .param("id", device.id())
                .param("name", device.name())
                .param("office", device.office())
                .param("person", device.person(), Types.OTHER)
                .param("at", utc(device.enrolledAt()))
                .param("by", by, Types.OTHER)
                .update();
        jdbc.sql("select hub.device_key_make(:id, :office, :person, :token, :at)")
                .param("id", device.id())
                .param("office", device.office())
                .param("person", device.person(), Types.OTHER)
                .param("token", hash)
                .param("at", utc(device.enrolledAt()))
                .query((_, _) -> null)
                .list();
    }

    /** Shuts it out, over the version that was looked at; 0 where another is there. */
    int end(UUID id, int base, UUID by, Instant at) {
        int ended = jdbc.sql("""
                        update haki.device set ended_at = :at, ended_by = :by, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base and ended_at is null""")
                .param("id", id)
                .param("base", base)
                .param("by", by, Types.OTHER)
                .param("at", utc(at))
                .update();
        if (ended > 0) {
            jdbc.sql("select hub.device_key_end(:id, :at)").param("id", id).param("at", utc(at)).query((_, _) -> null).list();
        }
        return ended;
    }

    /** It was heard of: noted once a minute, and when its program changed. */
    void seen(UUID id, String agent, Instant at) {
        jdbc.sql("""
                        update haki.device set seen_at = :at, agent = :agent where org_id = haki.org() and id = :id
                          and (seen_at is null or seen_at < :at - interval '1 minute' or agent <> :agent)""")
                .param("id", id)
                .param("agent", agent)
                .param("at", utc(at))
                .update();
    }

    /** All devices: those at work by name, then those that were shut out. */
    List<Device> all() {
        return jdbc.sql("select * from haki.device where org_id = haki.org() order by ended_at is not null, lower(name), id")
                .query(DeviceRepository::device)
                .list();
    }

    Optional<Device> one(UUID id) {
        return jdbc.sql("select * from haki.device where org_id = haki.org() and id = :id").param("id", id).query(DeviceRepository::device).optional();
    }

    /** Keeps what is not simply in order; the same sent again is counted. Answers the row's id: another than given where it was there. */
    UUID keep(DevicePost post) {
        return jdbc.sql("""
                        insert into haki.device_post (org_id, id, device_id, office_id, mark, survey_id, sheet_id, reason, wrongs, awaited,
                            first_at, last_at, key_id, raw)
                        values (haki.org(), :id, :device, :office, :mark, :survey, :sheet, :reason, :wrongs, :awaited, :at, :at, :key, :raw)
                        on conflict (org_id, device_id, mark) do update set survey_id = excluded.survey_id, sheet_id = excluded.sheet_id,
                            reason = excluded.reason, awaited = excluded.awaited, last_at = excluded.last_at, times = device_post.times + 1
                        returning id""")
                .param("id", post.id())
                .param("device", post.device())
                .param("office", post.office())
                .param("mark", post.mark())
                .param("survey", post.survey(), Types.OTHER)
                .param("sheet", post.sheet(), Types.OTHER)
                .param("reason", post.reason())
                .param("wrongs", post.wrongs())
                .param("awaited", post.awaited())
                .param("at", utc(post.lastAt()))
                .param("key", post.key(), Types.OTHER)
                .param("raw", post.raw() == null ? null : post.raw().bytes(), Types.BINARY)
                .query(UUID.class)
                .single();
    }

    /** The one of this device with this sum, without what was in it. */
    Optional<DevicePost> marked(UUID device, byte[] mark) {
        return jdbc.sql("""
                        select id, device_id, office_id, mark, survey_id, sheet_id, reason, wrongs, awaited, first_at, last_at, times, key_id, null::bytea as raw
                        from haki.device_post where org_id = haki.org() and device_id = :device and mark = :mark""")
                .param("device", device)
                .param("mark", mark)
                .query(DeviceRepository::post)
                .optional();
    }

    Optional<DevicePost> post(UUID device, UUID id) {
        return jdbc.sql("select * from haki.device_post where org_id = haki.org() and device_id = :device and id = :id")
                .param("device", device)
                .param("id", id)
                .query(DeviceRepository::post)
                .optional();
    }

    /** The newest of a device that are not simply in order, without what was in them. */
    List<DevicePost> posts(UUID device, int limit) {
        return jdbc.sql("""
                        select id, device_id, office_id, mark, survey_id, sheet_id, reason, wrongs, awaited, first_at, last_at, times, key_id, null::bytea as raw
                        from haki.device_post where org_id = haki.org() and device_id = :device order by last_at desc, id desc limit :limit""")
                .param("device", device)
                .param("limit", limit)
                .query(DeviceRepository::post)
                .list();
    }

    /** How many of each device are awaited in part, and how many were refused. */
    List<DeviceCount> counts() {
        return jdbc.sql("""
                        select device_id, count(*) filter (where awaited > 0) as pending, count(*) filter (where reason <> '') as refused,
                               count(*) filter (where raw is not null) as kept
                        from haki.device_post where org_id = haki.org() group by device_id""")
                .query((row, _) -> new DeviceCount(id(row, "device_id"), row.getInt("pending"), row.getInt("refused"), row.getInt("kept")))
                .list();
    }

    int refusedOf(UUID device) {
        return jdbc.sql("select count(*) from haki.device_post where org_id = haki.org() and device_id = :device and raw is not null")
                .param("device", device)
                .query(Integer.class)
                .single();
    }

    /** It is in order now. */
    void settle(UUID device, byte[] mark) {
        jdbc.sql("delete from haki.device_post where org_id = haki.org() and device_id = :device and mark = :mark")
                .param("device", device)
                .param("mark", mark)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Device device(ResultSet row, int number) throws SQLException {
        return new Device(id(row, "id"), row.getString("name"), id(row, "office_id"), id(row, "person_id"), instant(row, "enrolled_at"),
                instant(row, "ended_at"), instant(row, "seen_at"), row.getString("agent"), row.getInt("version"));
    }

    private static DevicePost post(ResultSet row, int number) throws SQLException {
        return new DevicePost(id(row, "id"), id(row, "device_id"), id(row, "office_id"), row.getBytes("mark"), id(row, "survey_id"), id(row, "sheet_id"),
                row.getString("reason"), row.getInt("wrongs"), row.getInt("awaited"), instant(row, "first_at"), instant(row, "last_at"),
                row.getInt("times"), id(row, "key_id"), Sealed.of(row.getBytes("raw")));
    }
}
