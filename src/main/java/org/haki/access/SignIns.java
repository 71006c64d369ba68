package org.haki.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.haki.access.LockoutRepository.Factor;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in: a name and a password, then a second factor unless the browser is trusted. A name that nobody has gets
 * the same answer after the same work.
 */
@Service
class SignIns {

    /** What a try led to. */
    sealed interface Outcome {}

    /** Not right; what was wrong is not said. */
    record Wrong() implements Outcome {}

    /** Too many tries: not judged for so long. */
    record Wait(Duration length) implements Outcome {}

    /** Right so far: a session under this token, in this state. */
    record Next(Token token, Session.State state) implements Outcome {}

    /** Signed in: the session's token, and the trusted browser's where it is trusted from now on. */
    record Opened(Token token, Token device) implements Outcome {}

    private static final Wrong WRONG = new Wrong();

    private final LoginRepository logins;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final LockoutRepository lockout;
    private final Work work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIns(
            LoginRepository logins,
            Sessions sessions,
            SecondFactors factors,
            Passwords passwords,
            LockoutRepository lockout,
            Work work,
            TransactionTemplate transaction,
            Clock clock) {
        this.logins = logins;
        this.sessions = sessions;
        this.factors = factors;
        this.passwords = passwords;
        this.lockout = lockout;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A name and a password. */
    Outcome password(String name, String password, String deviceToken, From from) {
        var folded = SignInName.folded(name);
        var login = transaction.execute(_ -> logins.byName(folded)).orElse(null);
        var id = login == null ? null : login.id();
        var device = sessions.deviceOf(deviceToken, id).orElse(null);
        var wait = lockout.tryOnce(Factor.PASSWORD, folded, device);
        if (wait.isPresent()) {
            return waits(id, wait.get(), from);
        }
        var right = passwords.match(password, login == null ? null : login.passwordHash());
        if (!right || !login.active()) {
            return refused(id, "wrong_password", from, WRONG);
        }
        lockout.held(Factor.PASSWORD, folded, device);
        var token = sessions.begin(id, Session.State.SECOND_FACTOR, from);
        if (device == null || !login.hasSecondFactor()) {
            return new Next(token, Session.State.SECOND_FACTOR);
        }
        return new Opened(open(sessions.find(token.text(), true).orElseThrow(), device, "trusted_device", from), null);
    }

    /** The second factor of a session whose password was right; the browser is trusted from now on, or not. */
    Outcome secondFactor(Session session, String typed, boolean trust, From from) {
        var login = login(session);
        var code = SecondFactors.folded(typed);
        var factor = SecondFactors.likeTotp(code) ? Factor.TOTP : Factor.CARD;
        var wait = lockout.tryOnce(factor, login.signInName(), null);
        if (wait.isPresent()) {
            return waits(login.id(), wait.get(), from);
        }
        if (!login.active() || !factors.use(login, code)) {
            return refused(login.id(), "wrong_code", from, WRONG);
        }
        lockout.held(factor, login.signInName(), null);
        if (!trust) {
            return new Opened(open(session, null, "signed_in", from), null);
        }
        var device = Id.next();
        var deviceToken = sessions.trust(device, login.id(), Browser.named(from.agent()));
        return new Opened(open(session, device, "signed_in", from), deviceToken);
    }

    /** The password, or a code of the app, of whoever locked the screen. */
    Outcome unlock(Session session, String typed, From from) {
        var login = login(session);
        var wait = lockout.tryOnce(Factor.UNLOCK, session.id().toString(), null);
        if (wait.isPresent()) {
            return waits(login.id(), wait.get(), from);
        }
        var code = SecondFactors.folded(typed);
        var right = SecondFactors.likeTotp(code) && login.totpSealed() != null
                ? factors.use(login, code)
                : passwords.match(typed, login.passwordHash());
        if (!right || !login.active()) {
            return refused(login.id(), "wrong_unlock", from, WRONG);
        }
        lockout.held(Factor.UNLOCK, session.id().toString(), null);
        return new Opened(open(session, null, "unlocked", from), null);
    }

    /** Opens a session whose person proved to be the one; the trail says so as well. */
    Token open(Session session, UUID device, String how, From from) {
        var actor = sessions.actor(session, from.request(), from.address());
        return work.as(actor, "me.sign_in", () -> {
            logins.log(session.person(), clock.instant(), how, from);
            return sessions.open(session.id(), device);
        });
    }

    /** Logs a refusal; for a name that nobody has the same statement logs nothing. */
    Outcome refused(UUID login, String why, From from, Outcome outcome) {
        transaction.executeWithoutResult(_ -> logins.log(login, clock.instant(), why, from));
        return outcome;
    }

    Outcome waits(UUID login, Instant until, From from) {
        return refused(login, "waits", from, new Wait(Duration.between(clock.instant(), until)));
    }

    private Login login(Session session) {
        return transaction.execute(_ -> logins.byId(session.person())).orElseThrow();
    }
}
