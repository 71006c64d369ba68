package org.haki.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.springframework.stereotype.Service;

/** Who works on a case: its owner, its supervisors, others. */
@Service
public class Teams {

    /** One colleague's place in a team. */
    public record Member(UUID person, String name, String role, Instant since, Instant until) {}

    /** The team as it is now, the owner first. */
    public List<Member> of(Actor actor, CaseFile file) {
        throw new IllegalStateException("coming");
    }

    /** The logins on the team now. */
    public Set<UUID> people(Actor actor, CaseFile file) {
        throw new IllegalStateException("coming");
    }

    /** Gives the case to an owner, or to the office's queue where {@code owner} is {@code null}. */
    public String assign(Actor actor, String code, UUID owner, Op op) {
        throw new IllegalStateException("coming");
    }

    /** Adds a colleague to the team. */
    public String add(Actor actor, String code, UUID person, String role, Op op) {
        throw new IllegalStateException("coming");
    }

    /** Takes a colleague off the team. */
    public String remove(Actor actor, String code, UUID person, Op op) {
        throw new IllegalStateException("coming");
    }
}
