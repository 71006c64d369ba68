package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SessionRepository {

    /** A browser that its person trusts. */
    record Device(UUID id, UUID person) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Membership>> MEMBERSHIPS = new TypeReference<>() {};
    private static final TypeReference<List<Office>> OFFICES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Session> byToken(byte[] hash, Instant at, Duration idle, boolean counts) {
        return jdbc.sql("select * from hub.session_by_token(:token, :at, make_interval(secs => :idle), :counts)")
                .param("token", hash)
                .param("at", moment(at))
                .param("idle", idle.toSeconds())
                .param("counts", counts)
                .query(SessionRepository::session)
                .optional();
    }

    void begin(UUID id, Token token, UUID login, UUID device, Session.State state, Instant at, From from) {
        run(jdbc.sql("select hub.begin_session(:id, :token, :csrf, :login, :device, :state, :at, :address, :agent)")
                .param("id", id)
                .param("token", token.hash())
                .param("csrf", Token.random(32))
                .param("login", login)
                .param("device", device, java.sql.Types.OTHER)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("at", moment(at))
                .param("address", from.address())
                .param("agent", from.agent()));
    }

    void open(UUID session, Token token, UUID device, Instant at) {
        run(jdbc.sql("select hub.open_session(:session, :token, :device, :at)")
                .param("session", session)
                .param("token", token.hash())
                .param("device", device, java.sql.Types.OTHER)
                .param("at", moment(at)));
    }

    void set(UUID session, Session.State state) {
        run(jdbc.sql("select hub.set_session_state(:session, :state)")
                .param("session", session)
                .param("state", state.name().toLowerCase(Locale.ROOT)));
    }

    void trust(UUID device, UUID login, Token token, String label, Instant at, Instant until) {
        run(jdbc.sql("select hub.trust_device(:device, :login, :token, :label, :at, :until)")
                .param("device", device)
                .param("login", login)
                .param("token", token.hash())
                .param("label", label)
                .param("at", moment(at))
                .param("until", moment(until)));
    }

    Optional<Device> device(byte[] hash, Instant at) {
        return jdbc.sql("select id, login_id from hub.device_by_token(:token, :at)")
                .param("token", hash)
                .param("at", moment(at))
                .query((row, _) -> new Device(row.getObject("id", UUID.class), row.getObject("login_id", UUID.class)))
                .optional();
    }

    private static void run(JdbcClient.StatementSpec statement) {
        statement.query((_, _) -> null).list();
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("login_id", UUID.class),
                row.getObject("org_id", UUID.class),
                Session.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBytes("csrf"),
                row.getBoolean("hide_names"),
                row.getString("name"),
                row.getString("language"),
                row.getString("organisation"),
                ZoneId.of(row.getString("zone")),
                JSON.readValue(row.getString("memberships"), MEMBERSHIPS),
                JSON.readValue(row.getString("offices"), OFFICES));
    }
}
