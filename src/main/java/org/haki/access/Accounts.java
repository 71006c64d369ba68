package org.haki.access;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The people of an organisation, as its administrator manages them. */
@Service
public class Accounts {

    private static final Duration WELCOME = Duration.ofDays(7);
    private static final String ADMINISTRATOR = "administrator";

    /** Somebody who was just added. */
    record Added(UUID id, String code) {}

    private final AccountRepository accounts;
    private final LoginRepository logins;
    private final OrganisationRepository organisations;
    private final Rights rights;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Work work;
    private final Audit audit;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            LoginRepository logins,
            OrganisationRepository organisations,
            Rights rights,
            Passwords passwords,
            SecondFactors factors,
            Work work,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.logins = logins;
        this.organisations = organisations;
        this.rights = rights;
        this.passwords = passwords;
        this.factors = factors;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody who works here or did, those who left last. */
    public List<Account> all(Actor actor) {
        return work.as(actor, "people.manage", accounts::all);
    }

    void checkMayManage(Actor actor) {
        work.as(actor, "people.manage", () -> {});
    }

    Account of(Actor actor, UUID person) {
        return work.as(actor, "people.manage", () -> accounts.byId(person).orElseThrow(Problem::notFound));
    }

    /** Somebody new, who signs in first with a code handed over in person: {@link #handOver}. */
    public UUID add(Actor actor, NewPerson person) {
        return work.as(actor, "people.manage", () -> {
            var id = Id.next();
            accounts.add(id, person);
            accounts.setRoles(id, person.memberships());
            audit.note("person.added", id, said(person.memberships()));
            return id;
        });
    }

    /** Somebody new and the code to hand over; sent again, without the code. {@code null} where the sign-in name is taken. */
    Added addWithCode(Actor actor, NewPerson person, Op op) {
        var code = new AtomicReference<String>();
        try {
            var id = UUID.fromString(work.once(actor, "people.manage", op, () -> {
                var added = add(actor, person);
                code.set(handOver(actor, added, false));
                return added.toString();
            }));
            return new Added(id, code.get());
        } catch (DuplicateKeyException taken) {
            return null;
        }
    }

    /** Other details or roles; whose roles change must sign in anew. Nobody changes their own roles. */
    void change(Actor actor, UUID person, NewPerson said, Op op) {
        work.once(actor, "people.manage", op, () -> {
            accounts.oneAtATime();
            var before = accounts.byId(person).orElseThrow(Problem::notFound);
            if (accounts.change(person, op.base(), said.name(), said.email(), said.language()) == 0) {
                throw Problem.stale();
            }
            if (!new HashSet<>(before.memberships()).equals(new HashSet<>(said.memberships()))) {
                refuseOwn(actor, person);
                accounts.setRoles(person, said.memberships());
                accounts.endPresence(person, null);
                refuseNobody();
                audit.note("person.roles", person, said(said.memberships()));
            }
            return "";
        });
    }

    /** Somebody leaves: no session, no browser, no code holds any more. Nobody ends their own account. */
    void end(Actor actor, UUID person, Op op) {
        work.once(actor, "people.manage", op, () -> {
            accounts.oneAtATime();
            accounts.byId(person).orElseThrow(Problem::notFound);
            refuseOwn(actor, person);
            if (accounts.end(person, op.base()) == 0) {
                throw Problem.stale();
            }
            accounts.endPresence(person, null);
            refuseNobody();
            audit.note("person.ended", person, "");
            return "";
        });
    }

    /**
     * A new one-time code to hand over in person, good for seven days; answers the code, which is shown once. The
     * second factor and every session end at once; the password too, unless it is kept.
     */
    public String handOver(Actor actor, UUID person, boolean keepPassword) {
        return work.as(actor, "people.manage", () -> {
            if (accounts.clearProof(person, keepPassword) == 0) {
                throw Problem.notFound();
            }
            accounts.endPresence(person, null);
            var code = Code.next();
            accounts.issueWelcome(person, Token.hash(code), clock.instant().plus(WELCOME));
            audit.note("person.code", person, keepPassword ? "second_factor" : "all");
            return Code.shown(code);
        });
    }

    /** Who this person is at work, for what Haki does in their name: the demonstration, and tests. */
    public Actor actor(Actor system, UUID person) {
        return work.as(system, "people.manage", () -> {
            var account = accounts.byId(person).orElseThrow(Problem::notFound);
            var offices = organisations.officesOf(system.org()).stream().map(Office::id).toList();
            return new Actor(
                    Actor.Kind.STAFF,
                    system.org(),
                    person,
                    account.name(),
                    rights.of(account.memberships(), offices),
                    system.zone(),
                    null,
                    system.request(),
                    null);
        });
    }

    /** Gives this person a password and the seed of an authenticator app, and answers a printed card: for the demonstration, and tests. */
    public List<String> equip(Actor person, String password, byte[] totpSeed) {
        var hash = passwords.hash(password);
        work.as(person, "me.change", () -> logins.setPassword(hash));
        factors.keepTotp(person, totpSeed, Totp.codeAt(totpSeed, clock.instant()));
        return factors.newCard(person);
    }

    private static void refuseOwn(Actor actor, UUID person) {
        if (actor.is(person)) {
            throw new Problem(Problem.Kind.OWN_PROPOSAL);
        }
    }

    /** An organisation always keeps an administrator. */
    private void refuseNobody() {
        var left = accounts.all().stream()
                .filter(Account::active)
                .flatMap(account -> account.memberships().stream())
                .anyMatch(membership -> membership.role().equals(ADMINISTRATOR));
        if (!left) {
            throw Problem.notNow();
        }
    }

    private static String said(List<Membership> memberships) {
        return String.join(",", memberships.stream().map(Membership::role).distinct().sorted().toList());
    }
}
