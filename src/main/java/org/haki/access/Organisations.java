package org.haki.access;

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
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The organisations that work with this Haki. */
@Service
public class Organisations {

    private final OrganisationRepository organisations;
    private final Vault vault;
    private final Work work;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    Organisations(
            OrganisationRepository organisations,
            Vault vault,
            Work work,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.organisations = organisations;
        this.vault = vault;
        this.work = work;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** The organisation, or not found. As all that reads here, this works outside work.as too. */
    public Organisation of(UUID org) {
        return transaction.execute(_ -> organisations.byId(org)).orElseThrow(Problem::notFound);
    }

    /** Whether anybody works there: it is there, and not suspended. */
    public boolean isAtWork(UUID org) {
        return transaction.execute(_ -> organisations.byId(org)).isPresent();
    }

    /** The organisation whose public page has this address. */
    public Optional<Organisation> bySlug(String slug) {
        return transaction.execute(_ -> organisations.bySlug(slug));
    }

    /** The suspended organisation whose public page had this address. */
    public Optional<Organisation> suspended(String slug) {
        return transaction.execute(_ -> organisations.suspended(slug));
    }

    /** The first organisation: the one behind {@code /report}. */
    public Optional<Organisation> front() {
        return all().stream().findFirst();
    }

    /** Every organisation, the first one first. */
    public List<Organisation> all() {
        return transaction.execute(_ -> organisations.all());
    }

    /** Haki itself, doing this organisation's routine work. */
    public Actor system(UUID org) {
        return transaction.execute(_ -> {
            var offices = organisations.officesOf(org).stream().map(Office::id).collect(Collectors.toUnmodifiableSet());
            return Actor.system(org, offices, of(org).zone());
        });
    }

    /** Somebody at this organisation's public page. */
    public Actor atPublicPage(Organisation organisation, String request) {
        return Actor.atPublicPage(organisation.id(), organisation.zone(), request);
    }

    /** The offices of the actor's organisation, by name. */
    public List<Office> offices(Actor actor) {
        return transaction.execute(_ -> organisations.officesOf(actor.org()));
    }

    /** Haki itself on behalf of an organisation that is about to be founded. */
    public static Actor newborn(ZoneId zone) {
        return Actor.system(Id.next(), Set.of(), zone);
    }

    /** Founds the organisation of this {@link #newborn} actor, with its keys and its first office. */
    public Organisation found(Actor newborn, FoundOrganisation said) {
        return work.as(newborn, "organisation.found", () -> {
            organisations.found(said.slug(), said.name(), newborn.zone(), said.language(), said.region());
            vault.bear(newborn.org());
            addOffice(newborn, said.office());
            return of(newborn.org());
        });
    }

    /** One more office. */
    public UUID addOffice(Actor actor, String name) {
        return work.as(actor, "settings.change", () -> {
            var id = Id.next();
            organisations.addOffice(id, name);
            audit.note("office.added", id, "");
            return id;
        });
    }

    /** What the public page shows and promises from now on. */
    public void keep(Actor actor, PublicPage page) {
        work.as(actor, "settings.change", () -> {
            organisations.keep(page);
            audit.note("public_page.changed", actor.org(), "");
        });
    }

    /** Real cases may be opened: the recovery sheet was typed back, or nothing here is real (the demonstration, tests). */
    public void ready(Actor actor) {
        work.as(actor, "settings.change", () -> {
            organisations.markReady(clock.instant());
            audit.note("organisation.ready", actor.org(), "");
        });
    }

    void checkMayChange(Actor actor) {
        work.as(actor, "settings.change", () -> {});
    }

    void change(Actor actor, OrganisationForm said, Op op) {
        work.once(actor, "settings.change", op, () -> {
            organisations.change(said.organisation(), ZoneId.of(said.zone()), said.language(), said.region());
            audit.note("organisation.changed", actor.org(), "");
            return "";
        });
    }

    void addOffice(Actor actor, OfficeForm said, Op op) {
        work.once(actor, "settings.change", op, () -> {
            var id = addOffice(actor, said.name());
            organisations.placeOffice(id, said.regionOrNull());
            return id.toString();
        });
    }

    void changeOffice(Actor actor, UUID office, OfficeForm said, Op op) {
        work.once(actor, "settings.change", op, () -> {
            if (organisations.renameOffice(office, said.name()) == 0) {
                throw Problem.notFound();
            }
            organisations.placeOffice(office, said.regionOrNull());
            audit.note("office.changed", office, "");
            return "";
        });
    }

    /** The regions in which the organisation's offices may be, by name. */
    List<String> regions(Actor actor) {
        return work.as(actor, "settings.change", organisations::regions);
    }

    void addRegion(Actor actor, String name, Op op) {
        work.once(actor, "settings.change", op, () -> {
            organisations.addRegion(name);
            audit.note("region.added", actor.org(), "");
            return "";
        });
    }

    void keep(Actor actor, PublicPage page, Op op) {
        work.once(actor, "settings.change", op, () -> {
            keep(actor, page);
            return "";
        });
    }

    /** The lines of the recovery sheet: once, for the first organisation, until they were typed back. */
    List<String> recoverySheet(Actor actor) {
        return work.as(actor, "settings.change", () -> {
            refuseUnlessWaiting(actor);
            audit.note("recovery_sheet.shown", actor.org(), "");
            return vault.recoverySheet();
        });
    }

    /** Whether the sheet was typed back right: 0, or the first line that was not. */
    int proveRecovery(Actor actor, String typed) {
        return work.as(actor, "settings.change", () -> {
            refuseUnlessWaiting(actor);
            int wrong = vault.wrongLineOf(typed);
            if (wrong == 0) {
                audit.note("recovery_sheet.proved", actor.org(), "");
                ready(actor);
            }
            return wrong;
        });
    }

    /** The sheet opens everything, so it is nobody's to see afterwards, and no later organisation's. */
    private void refuseUnlessWaiting(Actor actor) {
        var first = front().filter(organisation -> organisation.id().equals(actor.org()) && !organisation.ready());
        if (first.isEmpty()) {
            throw Problem.notFound();
        }
    }
}
