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

    /** The organisation whose public page has this address. */
    public Optional<Organisation> bySlug(String slug) {
        return transaction.execute(_ -> organisations.bySlug(slug));
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

    /** The recovery sheet was typed back, so real cases may be opened. */
    public void ready(Actor actor) {
        work.as(actor, "settings.change", () -> {
            organisations.markReady(clock.instant());
            audit.note("recovery_sheet.proved", actor.org(), "");
        });
    }
}
