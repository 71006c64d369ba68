package org.haki.cases;

import java.util.List;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.people.Identity;
import org.springframework.stereotype.Service;

/** The people in a case, each in a role of its type. */
@Service
public class Parties {

    /** Somebody in a case. */
    public record Party(UUID id, UUID person, String role, Identity identity) {}

    /** The people in the case now, opened, the client first. */
    public List<Party> of(Actor actor, CaseFile file) {
        throw new IllegalStateException("coming");
    }
}
