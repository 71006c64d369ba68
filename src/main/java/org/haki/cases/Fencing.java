package org.haki.cases;

import java.util.LinkedHashSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.access.Staff;
import org.haki.kernel.Actor;
import org.haki.people.Persons;
import org.springframework.stereotype.Component;

/**
 * Puts a case behind its fence or takes it out, in the order that the row policies need: first everyone who must still
 * see it is on its team, then the case, then the people in it. A person is fenced while every case she was ever in is.
 */
@Component
class Fencing {

    private final Staff staff;
    private final Persons persons;
    private final CaseFileRepository files;
    private final TeamRepository teams;
    private final PartyRepository parties;

    Fencing(Staff staff, Persons persons, CaseFileRepository files, TeamRepository teams, PartyRepository parties) {
        this.staff = staff;
        this.persons = persons;
        this.files = files;
        this.teams = teams;
        this.parties = parties;
    }

    CaseFile raise(Actor actor, CaseFile file, int base) {
        var fenced = file.keptToTeam(true);
        gatherSupervisors(actor, file);
        var written = files.update(fenced, base);
        settle(actor, file.id());
        return written;
    }

    /** The one who fences and, where nobody else stays, every supervisor of the office: for good, not for a while. */
    private void gatherSupervisors(Actor actor, CaseFile file) {
        var staying = teams.of(file.id()).stream()
                .filter(place -> place.until() == null)
                .map(TeamRepository.Place::person)
                .collect(Collectors.toSet());
        var supervisors = staff.able(actor, file.office(), "case.unfence").stream().map(Colleague::id).toList();
        var joining = new LinkedHashSet<UUID>();
        if (supervisors.stream().noneMatch(staying::contains)) {
            joining.addAll(supervisors);
        }
        if (actor.may("case.unfence", file.office()) && actor.person() != null && !staying.contains(actor.person())) {
            joining.add(actor.person());
        }
        for (var supervisor : joining) {
            teams.leave(file.id(), supervisor);
            teams.join(file.id(), supervisor, "supervisor", null, actor.person());
        }
    }

    CaseFile lower(Actor actor, CaseFile file, int base) {
        var written = files.update(file.keptToTeam(false), base);
        settle(actor, file.id());
        return written;
    }

    /** Brings the fences of everyone in this case in line with the cases each is in. */
    void settle(Actor actor, UUID caseId) {
        parties.fences(caseId).forEach(fence -> persons.fence(actor, fence.person(), fence.fenced()));
    }
}
