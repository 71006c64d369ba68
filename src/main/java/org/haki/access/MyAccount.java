package org.haki.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.haki.access.LockoutRepository.Factor;
import org.haki.access.SignIns.Outcome;
import org.haki.access.SignIns.Wrong;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** One's own account: who one is, when one is away, and all one signs in with. */
@Service
class MyAccount {

    private static final int SIGN_INS_SHOWN = 20;

    /** All that the page about oneself shows. */
    record Overview(
            Me me,
            int cardsLeft,
            List<Colleague> colleagues,
            List<MyRepository.Trusted> devices,
            List<MyRepository.SignedIn> sessions,
            List<MyRepository.Tried> signIns,
            List<DraftRepository.Row> drafts) {}

    private final MyRepository mine;
    private final LoginRepository logins;
    private final AccountRepository accounts;
    private final DraftRepository drafts;
    private final Staff staff;
    private final SignIns signIns;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final LockoutRepository lockout;
    private final Work work;
    private final Audit audit;
    private final Clock clock;

    MyAccount(
            MyRepository mine,
            LoginRepository logins,
            AccountRepository accounts,
            DraftRepository drafts,
            Staff staff,
            SignIns signIns,
            SecondFactors factors,
            Passwords passwords,
            LockoutRepository lockout,
            Work work,
            Audit audit,
            Clock clock) {
        this.mine = mine;
        this.logins = logins;
        this.accounts = accounts;
        this.drafts = drafts;
        this.staff = staff;
        this.signIns = signIns;
        this.factors = factors;
        this.passwords = passwords;
        this.lockout = lockout;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    Overview overview(Actor actor) {
        return work.as(actor, "me.see", () -> new Overview(
                mine.me(),
                logins.byId(actor.person()).orElseThrow().cardsLeft(),
                staff.colleagues(actor).stream().filter(colleague -> !actor.is(colleague.id())).toList(),
                mine.devices(clock.instant()),
                mine.sessions(clock.instant()),
                mine.signIns(SIGN_INS_SHOWN),
                drafts.all()));
    }

    void change(Actor actor, String name, String email, String language, Op op) {
        work.once(actor, "me.change", op, () -> {
            if (mine.change(op.base(), name, email, language) == 0) {
                throw Problem.stale();
            }
            return "/me";
        });
    }

    /** Away from a day, until a day or until further notice; {@code from} null: not away. */
    void away(Actor actor, LocalDate from, LocalDate until, UUID standIn) {
        work.as(actor, "me.change", () -> {
            mine.away(from, until, standIn);
            audit.note("person.away", standIn, from == null ? "" : from + "/" + (until == null ? "" : until));
        });
    }

    void hideNames(Actor actor, boolean hidden) {
        work.as(actor, "me.change", () -> mine.hideNames(actor.session(), hidden));
    }

    /** Whether this is one's password; tried too often, one waits. {@code null} when it is. */
    Outcome prove(Actor actor, String password, From from) {
        var who = actor.session().toString();
        var wait = lockout.tryOnce(Factor.UNLOCK, who, null);
        if (wait.isPresent()) {
            return signIns.waits(actor.person(), wait.get(), from);
        }
        var login = work.as(actor, "me.see", () -> logins.byId(actor.person()).orElseThrow());
        if (!passwords.match(password, login.passwordHash())) {
            return signIns.refused(actor.person(), "wrong_password", from, new Wrong());
        }
        lockout.held(Factor.UNLOCK, who, null);
        return null;
    }

    /** A new password; every other session ends, and no browser is trusted any more. */
    void changePassword(Actor actor, String password) {
        var hash = passwords.hash(password);
        work.as(actor, "me.change", () -> {
            logins.setPassword(hash);
            accounts.endPresence(actor.person(), actor.session());
            audit.note("person.password", actor.person(), "");
        });
    }

    boolean changeApp(Actor actor, byte[] seed, String code) {
        return work.as(actor, "me.change", () -> {
            audit.note("person.app", actor.person(), "");
            return factors.keepTotp(actor, seed, SecondFactors.folded(code));
        });
    }

    /** The codes of a new printed card; those of the old one end. */
    List<String> newCard(Actor actor) {
        return work.as(actor, "me.change", () -> {
            audit.note("person.card", actor.person(), "");
            return factors.newCard(actor);
        });
    }

    void endSession(Actor actor, UUID session) {
        work.as(actor, "me.change", () -> {
            if (mine.endSession(session) == 0) {
                throw Problem.notFound();
            }
        });
    }

    void revokeDevice(Actor actor, UUID device) {
        work.as(actor, "me.change", () -> {
            if (mine.revokeDevice(device) == 0) {
                throw Problem.notFound();
            }
        });
    }
}
