package org.haki.access;

import java.time.Clock;
import java.util.List;
import org.haki.access.LockoutRepository.Factor;
import org.haki.access.Session.State;
import org.haki.access.SignIns.Next;
import org.haki.access.SignIns.Opened;
import org.haki.access.SignIns.Outcome;
import org.haki.access.SignIns.Wrong;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first sign-in: with a code handed over in person, then a password of one's own, then a second factor. The code
 * holds until all is done.
 */
@Service
class Welcomes {

    private final LoginRepository logins;
    private final Sessions sessions;
    private final SignIns signIns;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final LockoutRepository lockout;
    private final Work work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Welcomes(
            LoginRepository logins,
            Sessions sessions,
            SignIns signIns,
            SecondFactors factors,
            Passwords passwords,
            LockoutRepository lockout,
            Work work,
            TransactionTemplate transaction,
            Clock clock) {
        this.logins = logins;
        this.sessions = sessions;
        this.signIns = signIns;
        this.factors = factors;
        this.passwords = passwords;
        this.lockout = lockout;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A sign-in name and the code that was handed over. */
    Outcome code(String name, String typed, From from) {
        var folded = SignInName.folded(name);
        var login = transaction.execute(_ -> logins.byName(folded)).orElse(null);
        var id = login == null ? null : login.id();
        var wait = lockout.tryOnce(Factor.WELCOME, folded, null);
        if (wait.isPresent()) {
            return signIns.waits(id, wait.get(), from);
        }
        var code = Code.read(typed);
        var holder = transaction.execute(_ -> logins.byCode(Token.hash(code == null ? "" : code), clock.instant()));
        if (login == null || !login.active() || holder.isEmpty() || !holder.get().equals(id)) {
            return signIns.refused(id, "wrong_welcome", from, new Wrong());
        }
        lockout.held(Factor.WELCOME, folded, null);
        return new Next(sessions.begin(id, State.PASSWORD, from), State.PASSWORD);
    }

    /** Whether the newcomer has a password already, which was kept when only the second factor was renewed. */
    boolean hasPassword(Session session) {
        return login(session).passwordHash() != null;
    }

    /** The password that was kept. */
    Outcome provePassword(Session session, String password, From from) {
        var login = login(session);
        var wait = lockout.tryOnce(Factor.PASSWORD, login.signInName(), null);
        if (wait.isPresent()) {
            return signIns.waits(login.id(), wait.get(), from);
        }
        if (!passwords.match(password, login.passwordHash())) {
            return signIns.refused(login.id(), "wrong_password", from, new Wrong());
        }
        lockout.held(Factor.PASSWORD, login.signInName(), null);
        sessions.set(session.id(), State.FACTOR);
        return new Next(null, State.FACTOR);
    }

    /** A password of one's own. */
    void choosePassword(Session session, String password, From from) {
        var hash = passwords.hash(password);
        work.as(actor(session, from), "me.change", () -> {
            logins.setPassword(hash);
            sessions.set(session.id(), State.FACTOR);
        });
    }

    /** The app that shows this code. */
    Outcome chooseApp(Session session, byte[] seed, String typed, From from) {
        return factors.keepTotp(actor(session, from), seed, SecondFactors.folded(typed)) ? done(session, from) : new Wrong();
    }

    /** A printed card: its codes, of which the first is then asked for. */
    List<String> printCard(Session session, From from) {
        return factors.newCard(actor(session, from));
    }

    /** A code of the card that was just printed. */
    Outcome chooseCard(Session session, String typed, From from) {
        var login = login(session);
        var wait = lockout.tryOnce(Factor.CARD, login.signInName(), null);
        if (wait.isPresent()) {
            return signIns.waits(login.id(), wait.get(), from);
        }
        if (!factors.useCard(login, SecondFactors.folded(typed))) {
            return signIns.refused(login.id(), "wrong_code", from, new Wrong());
        }
        lockout.held(Factor.CARD, login.signInName(), null);
        return done(session, from);
    }

    String signInName(Session session) {
        return login(session).signInName();
    }

    private Outcome done(Session session, From from) {
        return work.as(actor(session, from), "me.sign_in", () -> {
            logins.useWelcome(session.person(), clock.instant());
            return new Opened(signIns.open(session, null, "welcome", from), null);
        });
    }

    private Actor actor(Session session, From from) {
        return sessions.actor(session, from.request(), from.address());
    }

    private Login login(Session session) {
        return transaction.execute(_ -> logins.byId(session.person())).orElseThrow();
    }
}
