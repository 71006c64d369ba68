package org.haki.referrals;

import static org.haki.referrals.CaseWindowRepository.id;
import static org.haki.referrals.CaseWindowRepository.instant;
import static org.haki.referrals.CaseWindowRepository.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passes, reached by functions only; nothing here ever answers a secret or its hash. */
@Repository
class GuestPassRepository {

    /** Where an open page stands. */
    record Place(UUID window, UUID owner, UUID office) {}

    private final JdbcClient jdbc;

    GuestPassRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the window is not one of ours, or has ended. */
    boolean make(UUID id, UUID window, byte[] token, byte[] code, Instant at, Instant until) {
        return jdbc.sql("select hub.guest_pass_make(:id, :window, :token, :code, :at, :until)")
                .param("id", id)
                .param("window", window)
                .param("token", token)
                .param("code", code)
                .param("at", utc(at))
                .param("until", utc(until))
                .query(Boolean.class)
                .single();
    }

    boolean end(UUID window, Instant at) {
        return jdbc.sql("select hub.guest_pass_end(:window, :at)")
                .param("window", window)
                .param("at", utc(at))
                .query(Boolean.class)
                .single();
    }

    /** The newest of this window. */
    Optional<GuestPass> of(UUID window) {
        return jdbc.sql("select * from hub.guest_pass_of(:window)")
                .param("window", window)
                .query((row, _) -> new GuestPass(
                        instant(row, "made_at"),
                        instant(row, "expires_at"),
                        instant(row, "opened_at"),
                        instant(row, "session_until"),
                        instant(row, "ended_at")))
                .optional();
    }

    /** Whose it is, while it can be opened. */
    Optional<UUID> owner(byte[] token, Instant at) {
        return jdbc.sql("select hub.guest_pass_owner(:token, :at)")
                .param("token", token)
                .param("at", utc(at))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }

    boolean open(byte[] token, byte[] code, byte[] session, Instant at, Instant until) {
        return jdbc.sql("select hub.guest_pass_open(:token, :code, :session, :at, :until)")
                .param("token", token)
                .param("code", code)
                .param("session", session)
                .param("at", utc(at))
                .param("until", utc(until))
                .query(Boolean.class)
                .single();
    }

    Optional<Place> place(byte[] session, Instant at) {
        return jdbc.sql("select * from hub.guest_pass_session(:session, :at)")
                .param("session", session)
                .param("at", utc(at))
                .query((row, _) -> new Place(id(row, "window_id"), id(row, "owner_org"), id(row, "office_id")))
                .optional();
    }

    /** How the referrals call those who have no account. */
    Map<UUID, String> names(Collection<UUID> referrals) {
        return jdbc.sql("select * from haki.outsiders(:ids)")
                .param("ids", referrals.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(id(row, "id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
