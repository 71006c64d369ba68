package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.haki.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What proves somebody: read by name before an organisation is known, so through functions that answer one login. */
@Repository
class LoginRepository {

    private final JdbcClient jdbc;

    LoginRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Login> byName(String signInName) {
        return jdbc.sql("select * from hub.login_to_prove(:name, null)")
                .param("name", signInName)
                .query(LoginRepository::login)
                .optional();
    }

    Optional<Login> byId(UUID id) {
        return jdbc.sql("select * from hub.login_to_prove(null, :id)")
                .param("id", id)
                .query(LoginRepository::login)
                .optional();
    }

    /** The login that a code handed over in person leads to. */
    Optional<UUID> byCode(byte[] hash, Instant at) {
        return Optional.ofNullable(jdbc.sql("select hub.login_by_code(:hash, :at)")
                .param("hash", hash)
                .param("at", moment(at))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null));
    }

    boolean useTotpStep(UUID login, long step) {
        return jdbc.sql("select hub.use_totp_step(:login, :step)")
                .param("login", login)
                .param("step", step)
                .query(Boolean.class)
                .single();
    }

    boolean useCardCode(UUID login, byte[] hash, Instant at) {
        return jdbc.sql("select hub.use_card_code(:login, :hash, :at)")
                .param("login", login)
                .param("hash", hash)
                .param("at", moment(at))
                .query(Boolean.class)
                .single();
    }

    void useWelcome(UUID login, Instant at) {
        run(jdbc.sql("select hub.use_welcome(:login, :at)").param("login", login).param("at", moment(at)));
    }

    /** For the person at work. */
    void setPassword(String hash) {
        run(jdbc.sql("select hub.set_password(:hash)").param("hash", hash));
    }

    /** For the person at work. */
    void keepTotp(byte[] sealed) {
        run(jdbc.sql("select hub.keep_totp(:sealed)").param("sealed", sealed));
    }

    /** For the person at work, instead of an earlier card. */
    void keepCard(byte[][] hashes) {
        run(jdbc.sql("select hub.keep_card(:hashes)").param("hashes", hashes));
    }

    /** For whoever looks at the list of sign-ins; nothing for a name that nobody has. */
    void log(UUID login, Instant at, String outcome, From from) {
        run(jdbc.sql("select hub.log_sign_in(:id, :login, :at, :outcome, :address, :agent)")
                .param("id", Id.next())
                .param("login", login, java.sql.Types.OTHER)
                .param("at", moment(at))
                .param("outcome", outcome)
                .param("address", from.address())
                .param("agent", from.agent()));
    }

    private static void run(JdbcClient.StatementSpec statement) {
        statement.query((_, _) -> null).list();
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Login login(ResultSet row, int number) throws SQLException {
        return new Login(
                row.getObject("id", UUID.class),
                row.getObject("org_id", UUID.class),
                row.getString("sign_in_name"),
                row.getBoolean("active"),
                row.getString("password_hash"),
                row.getBytes("totp_sealed"),
                row.getInt("cards_left"));
    }
}
