package org.haki.access;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.haki.access.LockoutRepository.Factor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first start: one link, printed on the host at each start until all is done, leads to the first organisation and
 * its administrator. There is no password that everybody knows.
 */
@Service
public class SetUp {

    private final SetUpRepository links;
    private final LoginRepository logins;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LockoutRepository lockout;
    private final Work work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SetUp(
            SetUpRepository links,
            LoginRepository logins,
            Organisations organisations,
            Accounts accounts,
            Sessions sessions,
            LockoutRepository lockout,
            Work work,
            TransactionTemplate transaction,
            Clock clock) {
        this.links = links;
        this.logins = logins;
        this.organisations = organisations;
        this.accounts = accounts;
        this.sessions = sessions;
        this.lockout = lockout;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new path to set up Haki at, instead of the one before; none when it is set up. To be shown on the host only. */
    public Optional<String> newLink() {
        var token = Token.next();
        return transaction.execute(_ -> links.issue(token.hash()))
                ? Optional.of("/set-up/" + token.text())
                : Optional.empty();
    }

    /** Whether the organisation behind this link is there already; a wrong link does not exist. */
    boolean begun(String link, From from) {
        if (lockout.tryOnce(Factor.SET_UP, from.address(), null).isPresent()) {
            throw new Problem(Problem.Kind.TOO_OFTEN);
        }
        var begun = transaction.execute(_ -> links.begun(Token.hash(link))).orElseThrow(Problem::notFound);
        lockout.held(Factor.SET_UP, from.address(), null);
        return begun;
    }

    /** Founds the first organisation with its administrator, who then chooses a password and a second factor. */
    Token found(String link, FoundOrganisation said, String name, String signInName, From from) {
        var newborn = Organisations.newborn(ZoneId.of(said.zone()));
        var administrator = work.as(newborn, "organisation.found", () -> {
            organisations.found(newborn, said);
            var everywhere = List.of(new Membership("administrator", null));
            var person = accounts.add(newborn, new NewPerson(signInName, name, null, said.language(), everywhere));
            if (!links.claim(Token.hash(link), person)) {
                throw Problem.notFound();
            }
            return person;
        });
        return sessions.begin(administrator, Session.State.PASSWORD, from);
    }

    /** The administrator goes on where set-up was left. */
    Token goOn(String link, From from) {
        var administrator = transaction.execute(_ -> logins.byCode(Token.hash(link), clock.instant()));
        return sessions.begin(administrator.orElseThrow(Problem::notFound), Session.State.PASSWORD, from);
    }
}
