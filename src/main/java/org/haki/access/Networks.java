package org.haki.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Organisations that work together. An organisation is in one network or in none; whoever is outside one's own network
 * does not exist for it.
 */
@Service
public class Networks {

    private static final String REASON = "suspension";

    private final NetworkRepository networks;
    private final Organisations organisations;
    private final Vault vault;
    private final Work work;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Networks(
            NetworkRepository networks,
            Organisations organisations,
            Vault vault,
            Work work,
            TransactionTemplate transaction,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.networks = networks;
        this.organisations = organisations;
        this.vault = vault;
        this.work = work;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The network of the actor's organisation. As all that reads here, called inside work.as. */
    public Optional<Network> of(Actor actor) {
        Work.scope();
        return networks.atWork();
    }

    /** The other organisations of the actor's network that are at work now, by name. */
    public List<Partner> partners(Actor actor) {
        return known(actor).stream().filter(Partner::active).toList();
    }

    /** One of the other organisations of the actor's network, also while it is suspended or when it has left. */
    public Optional<Partner> partner(Actor actor, UUID org) {
        return known(actor).stream().filter(partner -> partner.id().equals(org)).findFirst();
    }

    /** Starts a network kept by the actor's organisation; refused where it is in one already. */
    public UUID start(Actor actor, String name) {
        return work.as(actor, "settings.change", () -> {
            var id = Id.next();
            if (networks.start(id, name, clock.instant()) == 0) {
                throw Problem.notNow();
            }
            audit.note("network.started", id, "");
            return id;
        });
    }

    /** The organisation of this {@link Organisations#system} actor joins the network; refused where it is in one already. */
    public void enter(Actor system, UUID network) {
        work.as(system, "network.enter", () -> {
            if (networks.enter(network) == 0) {
                throw Problem.notNow();
            }
            audit.note("network.entered", network, "");
        });
    }

    /** The network of the actor's organisation, for its administrator. */
    Optional<Network> mine(Actor actor) {
        return work.as(actor, "settings.change", () -> of(actor));
    }

    /** The other organisations of the network, for its administrator. */
    List<Partner> others(Actor actor) {
        return work.as(actor, "settings.change", networks::partnersNow);
    }

    void start(Actor actor, String name, Op op) {
        work.once(actor, "settings.change", op, () -> start(actor, name).toString());
    }

    /** Another name for the network, by whoever keeps it. */
    void rename(Actor actor, String name, Op op) {
        work.once(actor, "network.keep", op, () -> {
            if (networks.rename(name) == 0) {
                throw Problem.notFound();
            }
            audit.note("network.renamed", of(actor).orElseThrow().id(), "");
            return "";
        });
    }

    /** What would end if the actor's organisation left; not found for its keeper, who stays. */
    NetworkLeavingPage leaving(Actor actor) {
        return work.as(actor, "settings.change", () -> new NetworkLeavingPage(left(actor), networks.ends()));
    }

    /**
     * The actor's organisation leaves its network. What it and others showed each other ends in the same step; both are
     * told by the routine.
     */
    void leave(Actor actor, Op op) {
        work.once(actor, "settings.change", op, () -> {
            var network = left(actor);
            if (networks.leave() == 0) {
                throw Problem.notNow();
            }
            audit.note("network.left", network.id(), "");
            return "";
        });
    }

    private Network left(Actor actor) {
        return of(actor).filter(network -> !network.keeper().equals(actor.org())).orElseThrow(Problem::notFound);
    }

    /** The organisations of the network, for the one that keeps it. */
    List<NetworkMember> members(Actor actor) {
        return work.as(actor, "network.keep", () -> networks.members().stream().map(row -> member(actor, row)).toList());
    }

    /** One of them, or not found. */
    NetworkMember member(Actor actor, UUID org) {
        return work.as(actor, "network.keep", () -> members(actor).stream()
                .filter(member -> member.id().equals(org))
                .findFirst()
                .orElseThrow(Problem::notFound));
    }

    /**
     * Keeps an organisation out, for its keeper: its people are signed out at their next request and cannot sign in,
     * and its public page says where else to turn.
     */
    void suspend(Actor actor, UUID org, String reason, Op op) {
        var theirs = new AtomicReference<Actor>();
        work.once(actor, "network.keep", op, () -> {
            theirs.set(organisations.system(org));
            var id = Id.next();
            var why = vault.sealForOrganisation(actor.org(), id, REASON, reason.getBytes(StandardCharsets.UTF_8));
            if (networks.suspend(id, org, why, clock.instant()) == 0) {
                throw Problem.notFound();
            }
            audit.note("organisation.suspended", org, "");
            return "";
        });
        if (theirs.get() != null) {
            work.as(theirs.get(), "network.suspend", () -> audit.note("organisation.suspended", org, ""));
        }
        events.publishEvent(new OrganisationSuspended(org));
    }

    /** A suspended organisation is let in again. */
    void reinstate(Actor actor, UUID org, Op op) {
        var fresh = new AtomicBoolean();
        work.once(actor, "network.keep", op, () -> {
            if (networks.reinstate(org, clock.instant()) == 0) {
                throw Problem.notFound();
            }
            audit.note("organisation.reinstated", org, "");
            fresh.set(true);
            return "";
        });
        if (fresh.get()) {
            work.as(organisations.system(org), "network.suspend", () -> audit.note("organisation.reinstated", org, ""));
        }
    }

    /** The desks that are open where this suspended organisation's is not. Works outside work.as. */
    public List<Partner> openDesks(UUID insteadOf) {
        return transaction.execute(_ -> networks.openDesks(insteadOf));
    }

    private NetworkMember member(Actor actor, NetworkRepository.Member row) {
        var reason = row.suspension() == null
                ? ""
                : new String(vault.openForOrganisation(actor.org(), row.suspension(), REASON, row.reason()), StandardCharsets.UTF_8);
        return new NetworkMember(row.id(), row.name(), row.slug(), row.suspendedAt(), reason);
    }

    /** The other organisations of the actor's network, those that are suspended as well, and whoever one worked with before. */
    public List<Partner> known(Actor actor) {
        return Work.scope().remember(Networks.class, networks::partners);
    }
}
