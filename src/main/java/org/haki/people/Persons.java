package org.haki.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.springframework.stereotype.Service;

/** The register of people: the verbs. Only people whom the actor may see exist for these methods. */
@Service
public class Persons {

    /** Enters someone into the register of this office. */
    public UUID register(Actor actor, Identity identity, UUID office, boolean fenced) {
        throw new IllegalStateException("coming");
    }

    /** Opens one identity; the opening is noted in the audit trail. */
    public Identity open(Actor actor, UUID person) {
        throw new IllegalStateException("coming");
    }

    /** Opens many identities at once; those that the actor may not see are absent. */
    public Map<UUID, Identity> openAll(Actor actor, Collection<UUID> people) {
        throw new IllegalStateException("coming");
    }

    /** People in the register who may be the same as this one, the likeliest first. */
    public List<Likeness> alike(Actor actor, Identity identity) {
        throw new IllegalStateException("coming");
    }

    /** People whose name or phone matches what was typed, the best first. */
    public List<Found> search(Actor actor, String typed, int limit) {
        throw new IllegalStateException("coming");
    }

    /** Writes a newer identity over the one that was seen at {@code op.base()}. */
    public void amend(Actor actor, UUID person, Identity identity, Op op) {
        throw new IllegalStateException("coming");
    }

    /** Keeps someone to the teams of her cases, or no longer. */
    public void fence(Actor actor, UUID person, boolean fenced) {
        throw new IllegalStateException("coming");
    }
}
