package org.haki.cases;

import java.time.LocalDate;
import java.util.List;
import org.haki.kernel.Actor;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.springframework.stereotype.Component;

/**
 * How long a closed case is kept: the years that the client chose, or those of its type; longer where the type asks for it.
 * For a child they run from the day she comes of age (P40, P41). A child whose birth is not known is taken for newborn on
 * the day of closing.
 */
@Component
class Retention {

    private final Persons persons;
    private final CaseTypes types;
    private final CaseConditions conditions;
    private final ClosureRepository closures;
    private final PurgeRepository purges;

    Retention(Persons persons, CaseTypes types, CaseConditions conditions, ClosureRepository closures, PurgeRepository purges) {
        this.persons = persons;
        this.types = types;
        this.conditions = conditions;
        this.closures = closures;
        this.purges = purges;
    }

    /** For how many years it is kept at least, as its answers stand; 0 where the type asks for no more than is chosen. */
    int atLeast(Actor actor, CaseFile file) {
        var rule = types.of(file).ending().retention();
        return !rule.longerWhen().isEmpty() && conditions.see(actor, file).holds(rule.longerWhen()) ? rule.longerYears() : 0;
    }

    /** The day until which it is kept; {@code null} while it is not closed. */
    LocalDate until(CaseFile file) {
        return file.closedAt() == null ? null : purges.due(file.id()).orElse(null);
    }

    /** Reckons its day when it is closed. */
    void begin(Actor actor, CaseFile closed) {
        var day = LocalDate.ofInstant(closed.closedAt(), actor.zone());
        var client = persons.inFigures(actor, List.of(closed.client())).get(closed.client());
        if (client != null && client.ageGroup().equals("child")) {
            var ofAge = ofAge(persons.openAll(actor, List.of(closed.client())).get(closed.client()), day);
            day = ofAge.isAfter(day) ? ofAge : day;
        }
        purges.due(closed.id(), day.plusYears(Math.max(years(closed), atLeast(actor, closed))));
    }

    private int years(CaseFile closed) {
        return closures.now(closed.id()).map(ClosureRepository.Row::keptYears).orElse(types.of(closed).retentionYears());
    }

    /** The same when it is archived, for a case that was closed before there was such a day. */
    void beginAtLatest(Actor actor, CaseFile archived) {
        if (purges.due(archived.id()).isEmpty()) {
            begin(actor, archived);
        }
    }

    /** It is open again: nothing runs. */
    void end(CaseFile file) {
        purges.due(file.id(), (LocalDate) null);
    }

    private static LocalDate ofAge(Identity client, LocalDate closed) {
        var born = client == null || client.birth() == null ? closed : client.birth().latest();
        return born.plusYears(Identity.OF_AGE);
    }
}
