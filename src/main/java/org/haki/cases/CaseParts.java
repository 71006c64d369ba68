package org.haki.cases;

import java.util.List;
import java.util.function.Supplier;
import org.haki.access.Staff;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.haki.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** Gathers the parts of a case's page that are this module's: its head, its people, how it ended. */
@Service
public class CaseParts {

    private final Work work;
    private final Staff staff;
    private final Vault vault;
    private final Persons persons;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Parties parties;
    private final Teams teams;
    private final Closings closings;
    private final Verifications verifications;
    private final Consents consents;
    private final Retention retention;
    private final Supplier<NextDeadlines> deadlines;

    CaseParts(
            Work work,
            Staff staff,
            Vault vault,
            Persons persons,
            CaseFiles cases,
            CaseTypes types,
            Parties parties,
            Teams teams,
            Closings closings,
            Verifications verifications,
            Consents consents,
            Retention retention,
            ObjectProvider<NextDeadlines> deadlines) {
        this.work = work;
        this.staff = staff;
        this.vault = vault;
        this.persons = persons;
        this.cases = cases;
        this.types = types;
        this.parties = parties;
        this.teams = teams;
        this.closings = closings;
        this.verifications = verifications;
        this.consents = consents;
        this.retention = retention;
        this.deadlines = SingletonSupplier.ofNullable(deadlines::getIfAvailable);
    }

    /** The head of every page about this case. */
    public CaseHead head(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            var due = deadlines.get();
            return new CaseHead(
                    file,
                    types.of(file),
                    persons.openAll(actor, List.of(file.client())).get(file.client()),
                    staff.name(actor, file.owner()),
                    due == null || !file.isOpen() ? null : due.of(actor, List.of(file.id())).get(file.id()),
                    file.isOpen() && actor.may("case.write", file.office()),
                    file.isOpen() && actor.may("case.assign", file.office()));
        });
    }

    /** The same, found by code where the actor's role includes the verb: for pages with a form about the case. */
    CaseHead head(Actor actor, String code, String verb) {
        return work.as(actor, verb, () -> head(actor, cases.openFor(actor, code, verb)));
    }

    /** The people in it, the safe way to reach each, and the team; asked first, it brings all the keys of the page. */
    public CasePeople people(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            if (actor.may("case.read", file.office())) {
                vault.expect(file.key());
            }
            return new CasePeople(
                    file,
                    parties.of(actor, file),
                    teams.of(actor, file),
                    file.isOpen() && actor.may("case.write", file.office()),
                    teams.mayChange(actor, file));
        });
    }

    /** How it ended, or was to end, each time; the newest first. */
    public CaseEndings endings(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            var closures = closings.of(actor, file).reversed();
            return new CaseEndings(
                    file, types.withOlderWords(file), closures, closures.isEmpty() ? List.of() : verifications.of(actor, file), retention.until(file));
        });
    }

    /** What the client decided. */
    public CaseConsents consents(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> new CaseConsents(
                file, consents.of(actor, file), file.isOpen() && actor.may("case.write", file.office())));
    }
}
