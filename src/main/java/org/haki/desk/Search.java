package org.haki.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Person;
import org.haki.people.PersonCases;
import org.haki.people.Persons;
import org.springframework.stereotype.Service;

/** Finds people by name or number, and cases and intakes by their code. */
@Service
class Search {

    private static final int AT_MOST = 20;

    private final Work work;
    private final CaseFiles cases;
    private final Persons persons;
    private final PersonCases places;

    Search(Work work, CaseFiles cases, Persons persons, PersonCases places) {
        this.work = work;
        this.cases = cases;
        this.persons = persons;
        this.places = places;
    }

    /** Where a typed code leads, if it is one: to the case, else to the queue, which knows the rest. */
    Optional<String> path(Actor actor, String typed) {
        var code = Code.read(typed);
        if (code == null) {
            return Optional.empty();
        }
        return work.as(actor, "search", () -> {
            try {
                return Optional.of(cases.open(actor, code).path());
            } catch (Problem none) {
                return actor.may("intake.see") ? Optional.of("/intake/" + code) : Optional.empty();
            }
        });
    }

    SearchPage page(Actor actor, String typed) {
        return work.as(actor, "search", () -> {
            var found = persons.search(actor, typed, AT_MOST);
            var cases = found.isEmpty() ? Map.<UUID, List<PersonCases.InCase>>of()
                    : places.of(actor, found.stream().map(Person::id).toList());
            return new SearchPage(typed, found.stream()
                    .map(person -> new SearchPage.Hit(person, cases.getOrDefault(person.id(), List.of())))
                    .toList());
        });
    }

    /** The open cases of the actor, the latest word first, to choose the one to write in. */
    ChooseCasePage choose(Actor actor) {
        return work.as(actor, "activity.see", () -> {
            var mine = cases.ownedBy(actor, AT_MOST);
            var clients = persons.openAll(actor, mine.stream().map(CaseFile::client).toList());
            return new ChooseCasePage(mine.stream()
                    .map(file -> new TodayPage.CaseLine(file, clients.get(file.client()), "", file.touchedAt(), ""))
                    .toList());
        });
    }
}
