package org.haki.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.RegisterPerson;
import org.springframework.stereotype.Service;

/** The people in a case, each in a role of its type. */
@Service
public class Parties {

    static final String CLIENT = "client";
    private static final Set<String> ON_THE_CARD = Set.of(CLIENT, "survivor", "reporter");

    /** Somebody in a case, opened. */
    public record Party(UUID id, UUID person, String role, Labels label, Identity identity) {

        public boolean isClient() {
            return role.equals(CLIENT);
        }

        /** Whether whoever checks a closing may have to call her. */
        public boolean isOnTheCard() {
            return ON_THE_CARD.contains(role);
        }
    }

    private final Work work;
    private final Audit audit;
    private final Persons persons;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final CaseFileRepository files;
    private final PartyRepository parties;
    private final EventRepository history;
    private final Fencing fencing;

    Parties(
            Work work,
            Audit audit,
            Persons persons,
            CaseFiles cases,
            CaseTypes types,
            CaseFileRepository files,
            PartyRepository parties,
            EventRepository history,
            Fencing fencing) {
        this.work = work;
        this.audit = audit;
        this.persons = persons;
        this.cases = cases;
        this.types = types;
        this.files = files;
        this.parties = parties;
        this.history = history;
        this.fencing = fencing;
    }

    /**
     * The people in the case now, opened, the client first. Who may not read the story sees only whom she may have to
     * call: the client and the reporter.
     */
    public List<Party> of(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            boolean whole = actor.may("case.read", file.office());
            var rows = parties.of(file.id()).stream().filter(row -> whole || ON_THE_CARD.contains(row.role())).toList();
            var identities = persons.openAll(actor, rows.stream().map(PartyRepository.Row::person).distinct().toList());
            var type = types.of(file);
            return rows.stream()
                    .filter(row -> identities.containsKey(row.person()))
                    .map(row -> new Party(
                            row.id(), row.person(), row.role(), type.parties().get(row.role()), identities.get(row.person())))
                    .sorted(Comparator.comparing((Party party) -> !party.isClient()))
                    .toList();
        });
    }

    /** Adds somebody from the register. */
    public String add(Actor actor, String code, UUID person, String role, Op op) {
        return work.once(actor, "case.write", op, () -> {
            var file = openFor(actor, code, role);
            persons.find(actor, person);
            return join(actor, file, person, role);
        });
    }

    /** Enters somebody new into the register and adds her; throws {@link org.haki.people.LooksAlike} before a duplicate. */
    public String addNew(Actor actor, String code, RegisterPerson said, String role, Op op) {
        return work.once(actor, "case.write", op, () -> {
            var file = openFor(actor, code, role);
            return join(actor, file, persons.registerTyped(actor, said, file.office(), file.fenced()), role);
        });
    }

    /** Ends somebody's role; the client's never ends. */
    public String end(Actor actor, String code, UUID party, Op op) {
        return work.once(actor, "case.write", op, () -> {
            var file = cases.openToWrite(actor, code);
            var row = parties.of(file.id()).stream().filter(one -> one.id().equals(party)).findFirst().orElseThrow(Problem::notFound);
            if (row.role().equals(CLIENT)) {
                throw Problem.notNow();
            }
            parties.end(file.id(), party);
            history.add(actor, file.id(), "party_ended", row.role(), "");
            audit.note("case.party_ended", file.id(), row.person().toString());
            files.touch(file.id());
            return file.path() + "#people";
        });
    }

    private CaseFile openFor(Actor actor, String code, String role) {
        var file = cases.openToWrite(actor, code);
        if (role.equals(CLIENT) || !types.of(file).parties().containsKey(role)) {
            throw Problem.notNow();
        }
        return file;
    }

    private String join(Actor actor, CaseFile file, UUID person, String role) {
        if (parties.add(file.id(), person, role, actor.person()) == 1) {
            history.add(actor, file.id(), "party_added", role, "");
            audit.note("case.party_added", file.id(), person.toString());
            fencing.settle(actor, file.id());
            files.touch(file.id());
        }
        return file.path() + "#people";
    }
}
