package org.haki.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions: begun by a first proof, opened by the last one, locked when nobody is there, ended for good. */
@Service
class Sessions {

    static final Duration TRUST = Duration.ofDays(30);

    private final SessionRepository sessions;
    private final Rights rights;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration lockAfter;

    Sessions(
            SessionRepository sessions,
            Rights rights,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${haki.lock-after}") Duration lockAfter) {
        this.sessions = sessions;
        this.rights = rights;
        this.transaction = transaction;
        this.clock = clock;
        this.lockAfter = lockAfter;
    }

    /** The session of this token; a request that counts keeps it from locking. */
    Optional<Session> find(String token, boolean counts) {
        return transaction.execute(_ -> sessions.byToken(Token.hash(token), clock.instant(), lockAfter, counts));
    }

    /** A new session that is not open yet. */
    Token begin(UUID login, Session.State state, From from) {
        var token = Token.next();
        transaction.executeWithoutResult(_ ->
                sessions.begin(Id.next(), token, login, null, state, clock.instant(), from));
        return token;
    }

    /** The trusted device of this token, if it is this person's. */
    Optional<UUID> deviceOf(String token, UUID person) {
        return token == null
                ? Optional.empty()
                : transaction
                        .execute(_ -> sessions.device(Token.hash(token), clock.instant()))
                        .filter(device -> device.person().equals(person))
                        .map(SessionRepository.Device::id);
    }

    /** Opens the session under a new token. */
    Token open(UUID session, UUID device) {
        var token = Token.next();
        transaction.executeWithoutResult(_ -> sessions.open(session, token, device, clock.instant()));
        return token;
    }

    /** Trusts a browser for thirty days. */
    Token trust(UUID device, UUID person, String label) {
        var token = Token.next();
        var now = clock.instant();
        transaction.executeWithoutResult(_ -> sessions.trust(device, person, token, label, now, now.plus(TRUST)));
        return token;
    }

    void set(UUID session, Session.State state) {
        transaction.executeWithoutResult(_ -> sessions.set(session, state));
    }

    /** Who acts in this session, with what that person may do at this moment. */
    Actor actor(Session session, String request, String address) {
        return new Actor(
                Actor.Kind.STAFF,
                session.org(),
                session.person(),
                session.name(),
                rights.of(session.memberships(), session.offices().stream().map(Office::id).toList()),
                session.zone(),
                session.id(),
                request,
                address);
    }
}
