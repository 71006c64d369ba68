package org.haki.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.haki.vault.Sealed;
import org.haki.vault.Vault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** How an organisation joins a network: somebody asks at the public page, the keeper decides. */
@Service
public class Joining {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WORDS = "join_request";
    private static final String REASON = "join_refusal";
    private static final String KEEP = "network.keep";

    private final JoinRequestRepository requests;
    private final OrganisationRepository repository;
    private final Organisations organisations;
    private final Networks networks;
    private final Accounts accounts;
    private final Staff staff;
    private final Outbox outbox;
    private final Vault vault;
    private final Work work;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    Joining(
            JoinRequestRepository requests,
            OrganisationRepository repository,
            Organisations organisations,
            Networks networks,
            Accounts accounts,
            Staff staff,
            Outbox outbox,
            Vault vault,
            Work work,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.repository = repository;
        this.organisations = organisations;
        this.networks = networks;
        this.accounts = accounts;
        this.staff = staff;
        this.outbox = outbox;
        this.vault = vault;
        this.work = work;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** The keeper of a network by the slug in the address; without one, of the first network. Works outside work.as. */
    public Optional<Organisation> keeper(String slug) {
        return transaction.execute(_ -> repository.keeper(slug));
    }

    /**
     * Hands a request in to the keeper and tells its administrators. The same words sent again under the same operation
     * count once.
     *
     * @param suspect whether it looks like a machine's: it is kept all the same, and shown apart
     */
    public void ask(Actor visitor, AskToJoin said, UUID op, boolean suspect) {
        var keeper = visitor.org();
        var id = Id.of(vault.fingerprint(keeper, "join", op + " " + said.whole()));
        var sealed = vault.sealForOrganisation(keeper, id, WORDS, JSON.writeValueAsBytes(said));
        var office = organisations.offices(visitor).getFirst().id();
        work.as(visitor, "public.join", () -> {
            requests.ask(id, sealed, suspect, clock.instant());
            if (!suspect) {
                var keepers = staff.able(visitor, office, KEEP).stream().map(Colleague::id).collect(Collectors.toSet());
                outbox.tell(keeper, keepers, "join_asked", "", "/settings/network");
            }
        });
    }

    /** Every request to the network that the actor's organisation keeps: those that look real first, the newest first. */
    List<JoinRequest> all(Actor actor) {
        return work.as(actor, KEEP, () -> requests.all().stream().map(row -> opened(actor, row)).toList());
    }

    /** One of them, or not found. */
    JoinRequest one(Actor actor, UUID request) {
        return work.as(actor, KEEP, () ->
                requests.byId(request).map(row -> opened(actor, row)).orElseThrow(Problem::notFound));
    }

    /**
     * Approves a request: the organisation is founded in the network, with its keys, its first office and its first
     * administrator, who is told by e-mail where an address is known. Answers the administrator's one-time code, to be
     * handed over in person; {@code null} where the sign-in name is taken.
     */
    String approve(Actor actor, UUID request, SetUpForm said, Op op) {
        try {
            return transaction.execute(_ -> {
                var asked = work.as(actor, KEEP, () -> waiting(actor, request));
                var network = work.as(actor, KEEP, () -> networks.of(actor)).orElseThrow(Problem::notFound);
                var newborn = Organisations.newborn(ZoneId.of(said.zone()));
                var code = work.as(newborn, "organisation.found", () -> found(newborn, network, said, asked));
                work.once(actor, KEEP, op, () -> {
                    if (requests.approve(request, newborn.org(), clock.instant()) == 0) {
                        throw Problem.notNow();
                    }
                    audit.note("join.approved", newborn.org(), "");
                    return "";
                });
                return code;
            });
        } catch (DuplicateKeyException taken) {
            return null;
        }
    }

    void decline(Actor actor, UUID request, String reason, Op op) {
        work.once(actor, KEEP, op, () -> {
            waiting(actor, request);
            var why = vault.sealForOrganisation(actor.org(), request, REASON, reason.getBytes(StandardCharsets.UTF_8));
            if (requests.decline(request, why, clock.instant()) == 0) {
                throw Problem.notNow();
            }
            audit.note("join.declined", request, "");
            return "";
        });
    }

    private String found(Actor newborn, Network network, SetUpForm said, JoinRequest request) {
        organisations.found(newborn, said.founding().withSlug(freeSlug(said.organisation())));
        networks.enter(newborn, network.id());
        organisations.ready(newborn);
        var email = request.asked().email();
        var everywhere = List.of(new Membership("administrator", null));
        var person = accounts.add(newborn, new NewPerson(
                said.signInName(), said.name(), email.isBlank() ? null : email, said.language(), everywhere));
        outbox.tell(newborn.org(), Set.of(person), "account_ready", "", "/welcome");
        return accounts.handOver(newborn, person, false);
    }

    /** A request that waits; another organisation is let in only once the keys of all are in a safe. */
    private JoinRequest waiting(Actor actor, UUID request) {
        var found = one(actor, request);
        if (!found.waiting() || !organisations.of(actor.org()).ready()) {
            throw Problem.notNow();
        }
        return found;
    }

    private String freeSlug(String name) {
        var slug = FoundOrganisation.slugOf(name);
        for (int more = 2; organisations.bySlug(slug).isPresent() || organisations.suspended(slug).isPresent(); more++) {
            slug = FoundOrganisation.slugOf(name) + "-" + more;
        }
        return slug;
    }

    private JoinRequest opened(Actor actor, JoinRequestRepository.Row row) {
        var words = vault.openForOrganisation(actor.org(), row.id(), WORDS, row.sealed());
        return new JoinRequest(
                row.id(),
                JSON.readValue(words, AskToJoin.class),
                row.suspect(),
                row.cameAt(),
                row.state(),
                row.decidedAt(),
                reason(actor, row.id(), row.reason()),
                row.organisation());
    }

    private String reason(Actor actor, UUID request, Sealed reason) {
        return reason == null
                ? ""
                : new String(vault.openForOrganisation(actor.org(), request, REASON, reason), StandardCharsets.UTF_8);
    }
}
