package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The account of the person at work, whoever that is: none of these statements names anybody. */
@Repository
class MyRepository {

    /** One line of "where you are signed in". */
    record SignedIn(UUID id, Instant since, Instant lastSeen, String address, String agent) {}

    /** A browser that this person trusts. */
    record Trusted(UUID id, String label, Instant since, Instant lastSeen, Instant until) {}

    /** A try to sign in. */
    record Tried(Instant at, String outcome, String address, String agent) {}

    private final JdbcClient jdbc;

    MyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Me me() {
        return jdbc.sql("select * from hub.me()").query(MyRepository::myself).single();
    }

    int change(int base, String name, String email, String language) {
        return jdbc.sql("select hub.change_me(:base, :name, :email, :language)")
                .param("base", base)
                .param("name", name)
                .param("email", email)
                .param("language", language)
                .query(Integer.class)
                .single();
    }

    void away(LocalDate from, LocalDate until, UUID standIn) {
        run(jdbc.sql("select hub.set_away(:from, :until, :standIn)")
                .param("from", from, java.sql.Types.DATE)
                .param("until", until, java.sql.Types.DATE)
                .param("standIn", standIn, java.sql.Types.OTHER));
    }

    void hideNames(UUID session, boolean hidden) {
        run(jdbc.sql("select hub.set_hide_names(:session, :hidden)").param("session", session).param("hidden", hidden));
    }

    List<SignedIn> sessions(Instant at) {
        return jdbc.sql("select * from hub.my_sessions(:at)").param("at", moment(at)).query(MyRepository::signedIn).list();
    }

    List<Trusted> devices(Instant at) {
        return jdbc.sql("select * from hub.my_devices(:at)").param("at", moment(at)).query(MyRepository::trusted).list();
    }

    List<Tried> signIns(int atMost) {
        return jdbc.sql("select * from hub.my_sign_ins(:atMost)").param("atMost", atMost).query(MyRepository::tried).list();
    }

    int endSession(UUID session) {
        return jdbc.sql("select hub.end_my_session(:id)").param("id", session).query(Integer.class).single();
    }

    int revokeDevice(UUID device) {
        return jdbc.sql("select hub.revoke_my_device(:id)").param("id", device).query(Integer.class).single();
    }

    private static void run(JdbcClient.StatementSpec statement) {
        statement.query((_, _) -> null).list();
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Me myself(ResultSet row, int number) throws SQLException {
        return new Me(
                row.getString("sign_in_name"),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getBytes("totp_sealed") != null,
                row.getObject("away_from", LocalDate.class),
                row.getObject("away_until", LocalDate.class),
                row.getObject("stand_in", UUID.class),
                row.getInt("version"));
    }

    private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
        return new SignedIn(
                row.getObject("id", UUID.class),
                instant(row, "created_at"),
                instant(row, "last_seen_at"),
                row.getString("address"),
                Browser.named(row.getString("agent")));
    }

    private static Trusted trusted(ResultSet row, int number) throws SQLException {
        return new Trusted(
                row.getObject("id", UUID.class),
                row.getString("label"),
                instant(row, "created_at"),
                instant(row, "last_seen_at"),
                instant(row, "trusted_until"));
    }

    private static Tried tried(ResultSet row, int number) throws SQLException {
        return new Tried(
                instant(row, "at"), row.getString("outcome"), row.getString("address"), Browser.named(row.getString("agent")));
    }
}
