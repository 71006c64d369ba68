package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
class AccountRepository {

    /** An administrator of some organisation, for the command on the host. */
    record Administrator(UUID id, UUID org, String signInName, String name, String organisation) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Membership>> MEMBERSHIPS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the organisation at work, as everything here. */
    List<Account> all() {
        return jdbc.sql("select * from hub.people()").query(AccountRepository::account).list();
    }

    Optional<Account> byId(UUID person) {
        return jdbc.sql("select * from hub.people() where id = :person")
                .param("person", person)
                .query(AccountRepository::account)
                .optional();
    }

    void add(UUID id, NewPerson person) {
        run(jdbc.sql("select hub.add_person(:id, :signInName, :name, :email, :language)")
                .param("id", id)
                .param("signInName", SignInName.folded(person.signInName()))
                .param("name", person.name())
                .param("email", person.email())
                .param("language", person.language()));
    }

    int change(UUID person, int base, String name, String email, String language) {
        return jdbc.sql("select hub.change_person(:person, :base, :name, :email, :language)")
                .param("person", person)
                .param("base", base)
                .param("name", name)
                .param("email", email)
                .param("language", language)
                .query(Integer.class)
                .single();
    }

    void setRoles(UUID person, List<Membership> memberships) {
        run(jdbc.sql("select hub.set_roles(:person, :roles, :offices)")
                .param("person", person)
                .param("roles", memberships.stream().map(Membership::role).toArray(String[]::new))
                .param("offices", memberships.stream().map(Membership::office).toArray(UUID[]::new)));
    }

    /** Waits until nobody else changes who may do what here. */
    void oneAtATime() {
        run(jdbc.sql("select hub.lock_people()"));
    }

    int end(UUID person, int base) {
        return jdbc.sql("select hub.end_person(:person, :base)")
                .param("person", person)
                .param("base", base)
                .query(Integer.class)
                .single();
    }

    /** Ends every session of the person, and trusts no browser any more. */
    void endPresence(UUID person, UUID exceptSession) {
        run(jdbc.sql("select hub.end_presence(:person, :session)")
                .param("person", person)
                .param("session", exceptSession, java.sql.Types.OTHER));
    }

    int clearProof(UUID person, boolean keepPassword) {
        return jdbc.sql("select hub.clear_proof(:person, :keep)")
                .param("person", person)
                .param("keep", keepPassword)
                .query(Integer.class)
                .single();
    }

    void issueWelcome(UUID person, byte[] hash, Instant until) {
        run(jdbc.sql("select hub.issue_welcome(:person, :hash, :until)")
                .param("person", person)
                .param("hash", hash)
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC)));
    }

    /** Of every organisation. */
    List<Administrator> administrators() {
        return jdbc.sql("select * from hub.administrators()").query(AccountRepository::administrator).list();
    }

    private static void run(JdbcClient.StatementSpec statement) {
        statement.query((_, _) -> null).list();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var lastSeen = row.getObject("last_seen", OffsetDateTime.class);
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("sign_in_name"),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("state").equals("active"),
                row.getInt("version"),
                JSON.readValue(row.getString("memberships"), MEMBERSHIPS),
                Account.Proof.valueOf(row.getString("proof").toUpperCase(Locale.ROOT)),
                lastSeen == null ? null : lastSeen.toInstant());
    }

    private static Administrator administrator(ResultSet row, int number) throws SQLException {
        return new Administrator(
                row.getObject("id", UUID.class),
                row.getObject("org_id", UUID.class),
                row.getString("sign_in_name"),
                row.getString("name"),
                row.getString("organisation"));
    }
}
