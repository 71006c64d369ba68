package org.haki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
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
class NetworkRepository {

    /** A member as it is stored: why it is suspended stays sealed. */
    record Member(UUID id, String name, String slug, UUID suspension, Sealed reason, Instant suspendedAt) {}

    private final JdbcClient jdbc;

    NetworkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Network> atWork() {
        return jdbc.sql("select id, name, keeper, keeper_name from hub.network_at_work()")
                .query((row, _) -> new Network(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("keeper", UUID.class),
                        row.getString("keeper_name")))
                .optional();
    }

    int start(UUID id, String name, Instant at) {
        return count(jdbc.sql("select hub.start_network(:id, :name, :at)")
                .param("id", id)
                .param("name", name)
                .param("at", moment(at)));
    }

    int enter(UUID network) {
        return count(jdbc.sql("select hub.enter_network(:network)").param("network", network));
    }

    int rename(String name) {
        return count(jdbc.sql("select hub.rename_network(:name)").param("name", name));
    }

    int leave() {
        return count(jdbc.sql("select hub.leave_network()"));
    }

    NetworkLeavingPage.Ends ends() {
        return jdbc.sql("select shown, seen, led from hub.leaving_ends()")
                .query((row, _) -> new NetworkLeavingPage.Ends(row.getInt("shown"), row.getInt("seen"), row.getInt("led")))
                .single();
    }

    /** Without those that one worked with before. */
    List<Partner> partnersNow() {
        return jdbc.sql("select id, name, slug, active from hub.partners_now()").query(NetworkRepository::partner).list();
    }

    List<Partner> partners() {
        return jdbc.sql("select id, name, slug, active from hub.partners()").query(NetworkRepository::partner).list();
    }

    /** The organisations whose desks are open in the network of this one. */
    List<Partner> openDesks(UUID insteadOf) {
        return jdbc.sql("select id, name, slug, active from hub.open_desks(:org)")
                .param("org", insteadOf)
                .query(NetworkRepository::partner)
                .list();
    }

    List<Member> members() {
        return jdbc.sql("select id, name, slug, suspension, reason, suspended_at from hub.network_members()")
                .query(NetworkRepository::member)
                .list();
    }

    int suspend(UUID suspension, UUID org, Sealed reason, Instant at) {
        return count(jdbc.sql("select hub.suspend_organisation(:id, :org, :reason, :at)")
                .param("id", suspension)
                .param("org", org)
                .param("reason", reason.bytes())
                .param("at", moment(at)));
    }

    int reinstate(UUID org, Instant at) {
        return count(jdbc.sql("select hub.reinstate_organisation(:org, :at)").param("org", org).param("at", moment(at)));
    }

    private static int count(JdbcClient.StatementSpec statement) {
        return statement.query(Integer.class).single();
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Partner partner(ResultSet row, int number) throws SQLException {
        return new Partner(
                row.getObject("id", UUID.class), row.getString("name"), row.getString("slug"), row.getBoolean("active"));
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        var at = row.getTimestamp("suspended_at");
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("slug"),
                row.getObject("suspension", UUID.class),
                Sealed.of(row.getBytes("reason")),
                at == null ? null : at.toInstant());
    }
}
