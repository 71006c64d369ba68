package org.haki.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.springframework.stereotype.Service;

/** The organisations that work with this Haki. */
@Service
public class Organisations {

    private final OrganisationRepository organisations;

    Organisations(OrganisationRepository organisations) {
        this.organisations = organisations;
    }

    /** The organisation, or not found. Works outside work.as, as everything here but {@link #offices}. */
    public Organisation of(UUID org) {
        return organisations.byId(org).orElseThrow(Problem::notFound);
    }

    /** The organisation whose public page has this address. */
    public Optional<Organisation> bySlug(String slug) {
        return organisations.bySlug(slug);
    }

    /** The first organisation: the one behind {@code /report}. */
    public Optional<Organisation> front() {
        return organisations.all().stream().findFirst();
    }

    /** Every organisation, the first one first. */
    public List<Organisation> all() {
        return organisations.all();
    }

    /** Haki itself, doing this organisation's routine work. */
    public Actor system(UUID org) {
        var offices = organisations.officesOf(org).stream().map(Office::id).collect(Collectors.toUnmodifiableSet());
        return Actor.system(org, offices, of(org).zone());
    }

    /** Somebody at this organisation's public page. */
    public Actor atPublicPage(Organisation organisation, String request) {
        return Actor.atPublicPage(organisation.id(), organisation.zone(), request);
    }

    /** The offices of the actor's organisation, by name. */
    public List<Office> offices(Actor actor) {
        return organisations.officesOf(actor.org());
    }
}
