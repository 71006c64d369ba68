package org.haki.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseTypes;
import org.haki.cases.NewCases;
import org.haki.cases.OpenCase;
import org.haki.cases.Parties;
import org.haki.cases.Teams;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.haki.people.RegisterPerson;
import org.haki.sheets.FirstSection;
import org.haki.sheets.HouseholdSections;
import org.springframework.stereotype.Service;

/** The next case in a family: what was asked once comes over, what was agreed is asked anew. */
@Service
class Household {

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Teams teams;
    private final Parties parties;
    private final Persons persons;
    private final NewCases fresh;
    private final FirstSection first;
    private final HouseholdSections sections;

    Household(Work work, Audit audit, CaseFiles cases, CaseTypes types, Teams teams, Parties parties, Persons persons, NewCases fresh, FirstSection first,
            HouseholdSections sections) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.types = types;
        this.teams = teams;
        this.parties = parties;
        this.persons = persons;
        this.fresh = fresh;
        this.first = first;
        this.sections = sections;
    }

    /** The case whose household it is, for whoever reads it; one that is kept to its team only for that team. */
    CaseFile from(Actor actor, String code) {
        return work.as(actor, "case.write", () -> {
            var file = cases.openFor(actor, code, "case.read");
            var type = types.of(file);
            boolean kept = file.fenced() || type.restricted();
            if (type.opening().household().isEmpty() || kept && !isOnTheTeam(actor, file)) {
                throw Problem.notFound();
            }
            return file;
        });
    }

    /** Who opened it by break-glass is there for an hour, and not of the team. */
    private boolean isOnTheTeam(Actor actor, CaseFile file) {
        return teams.of(actor, file).stream().anyMatch(member -> actor.is(member.person()) && !member.role().equals("break_glass"));
    }

    NewCasePage form(Actor actor, String code) {
        return work.as(actor, "case.open", () -> {
            var file = from(actor, code);
            var form = fresh.next(actor, file, persons.open(actor, file.client()));
            return new NewCasePage(form, first.typed(actor, form.type(), null, first.chosenIn(actor, file, types.of(file)), false), file);
        });
    }

    /** Opens the next case with the other people of this one, and with the sections that are a household's. */
    String open(Actor actor, CaseFile from, OpenCase said, RegisterPerson client, Map<String, List<String>> typed, Op op) {
        return work.as(actor, "case.open", () -> {
            var type = types.of(from);
            return fresh.open(actor, said, client, others(actor, from), op, file -> {
                sections.takeOver(actor, from, file, type, op);
                audit.note("case.next", file.id(), "after " + from.code());
                return first.save(actor, file, type, typed, op);
            });
        });
    }

    private Map<UUID, String> others(Actor actor, CaseFile from) {
        return parties.of(actor, from).stream()
                .filter(party -> !party.isClient() && !party.role().equals("reporter"))
                .collect(Collectors.toMap(Parties.Party::person, Parties.Party::role, (one, _) -> one));
    }
}
