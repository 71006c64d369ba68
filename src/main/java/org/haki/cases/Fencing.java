package org.haki.cases;

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
        var team = teams.of(file.id()).stream().map(TeamRepository.Place::person).collect(Collectors.toSet());
        var supervisors = staff.able(actor, file.office(), "case.unfence").stream().map(Colleague::id).toList();
        if (supervisors.stream().noneMatch(team::contains)) {
            for (var supervisor : supervisors) {
                if (team.add(supervisor)) {
                    teams.join(file.id(), supervisor, "supervisor", null, actor.person());
                }
            }
        }
        if (actor.person() != null && team.add(actor.person())) {
            teams.join(file.id(), actor.person(), "supervisor", null, actor.person());
        }
        var written = files.update(fenced, base);
        settle(actor, file.id());
        return written;
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
