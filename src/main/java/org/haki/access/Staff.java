package org.haki.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** The people of the organisation at work, as other modules need to know them. Called inside work.as. */
@Service
public class Staff {

    private record StandIns(Set<UUID> awayPeople) {}

    private final StaffRepository staff;
    private final Rights rights;

    Staff(StaffRepository staff, Rights rights) {
        this.staff = staff;
        this.rights = rights;
    }

    /** The name of a colleague, also of one who has left; empty for nobody. */
    public String name(Actor actor, UUID person) {
        return person == null ? "" : names(actor, Set.of(person)).getOrDefault(person, "");
    }

    /** The names of these colleagues, also of those who have left; each is asked for once a transaction. */
    public Map<UUID, String> names(Actor actor, Collection<UUID> persons) {
        var known = known();
        var wanted = new HashSet<>(persons);
        wanted.removeAll(known.keySet());
        if (!wanted.isEmpty()) {
            known.putAll(staff.names(wanted));
        }
        var names = new HashMap<>(known);
        names.keySet().retainAll(persons);
        return names;
    }

    /** Everybody who works here now, by name. */
    public List<Colleague> colleagues(Actor actor) {
        Work.scope();
        return staff.colleagues();
    }

    /**
     * Who works here now and may do this in the office, by name. Somebody at a public page learns the ids only, so
     * that a report can tell who is on duty.
     */
    public List<Colleague> able(Actor actor, UUID office, String verb) {
        Work.scope();
        var roles = rights.rolesWith(verb);
        return actor.kind() == Actor.Kind.PUBLIC ? staff.ableUnnamed(office, roles) : able(actor, Set.of(office), verb);
    }

    /** Who works here now and may do this in one of these offices, by name; their names need not be asked for again. */
    public List<Colleague> able(Actor actor, Collection<UUID> offices, String verb) {
        var able = staff.able(offices, rights.rolesWith(verb));
        able.forEach(colleague -> known().put(colleague.id(), colleague.name()));
        return able;
    }

    /** The people away today whose stand-in the actor is. */
    public Set<UUID> standsInFor(Actor actor) {
        return Work.scope().remember(StandIns.class, () -> new StandIns(staff.standsInFor(actor.person()))).awayPeople();
    }

    /** Who stands in for this person today, when away. */
    public Optional<UUID> standInOf(Actor actor, UUID person) {
        Work.scope();
        return staff.standInOf(person);
    }

    private static Map<UUID, String> known() {
        return Work.scope().remember(Staff.class, HashMap::new);
    }
}
