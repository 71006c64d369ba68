package org.haki.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Likeness;
import org.haki.people.Persons;
import org.haki.people.RegisterPerson;
import org.springframework.stereotype.Service;

/** Cases opened by hand, for somebody who came in or called: one form, without a report before it. */
@Service
public class NewCases {

    private final Work work;
    private final Organisations organisations;
    private final Staff staff;
    private final Persons persons;
    private final CaseFiles cases;
    private final AdoptedTypes types;
    private final Clock clock;

    NewCases(
            Work work, Organisations organisations, Staff staff, Persons persons, CaseFiles cases, AdoptedTypes types, Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.staff = staff;
        this.persons = persons;
        this.cases = cases;
        this.types = types;
        this.clock = clock;
    }

    /**
     * An empty form for this type; where none is named and there are several, the choice among them. Whoever opens a case
     * and may work it becomes its owner, unless it is said otherwise.
     */
    public NewCaseForm form(Actor actor, String type) {
        return work.as(actor, "case.open", () -> {
            var owner = actor.may("case.write") ? actor.person().toString() : "queue";
            boolean toChoose = type.isEmpty() && types.now().size() > 1;
            var empty = toChoose ? OpenCase.EMPTY : OpenCase.of(types.choose(type), owner);
            return form(actor, empty, RegisterPerson.EMPTY, List.of(), null);
        });
    }

    /** The form as it was typed. */
    public NewCaseForm form(Actor actor, OpenCase said, RegisterPerson client, List<Likeness> alike, Errors errors) {
        return work.as(actor, "case.open", () -> {
            var offices = offices(actor);
            var owners = staff.able(actor, offices.stream().map(Office::id).toList(), "case.write");
            return new NewCaseForm(
                    said, client, said.type().isEmpty() ? null : types.choose(said.type()), types.now(), offices, owners, alike, organisations.of(actor.org()).ready(), errors);
        });
    }

    /** The form for the next of the household of this case: where they live and how to reach them is filled in. */
    public NewCaseForm next(Actor actor, CaseFile file, Identity client) {
        return work.as(actor, "case.open", () -> {
            var owner = actor.may("case.write") ? actor.person().toString() : "queue";
            return form(actor, OpenCase.after(file, types.choose(file.type()), owner), RegisterPerson.ofHousehold(client), List.of(), null);
        });
    }

    /** What needs another look. */
    public Errors errors(Actor actor, OpenCase said, RegisterPerson client) {
        var errors = said.errors(work.as(actor, "case.open", () -> types.choose(said.type())));
        if (client.known() == null) {
            errors.addAll(client.errors(today(actor)));
        }
        return errors.isEmpty()
                ? Majority.errors(age(actor, client), actor.may("consent.best_interest"), said.decided(), said.byWhom(), said.assent())
                : errors;
    }

    /** Whom the case will be about, where that can be read; else {@code null}. */
    public Identity client(Actor actor, RegisterPerson client) {
        return work.as(actor, "case.open", () -> client.known() != null ? persons.openAll(actor, List.of(client.known())).get(client.known())
                : client.errors(today(actor)).isEmpty() ? client.identity(today(actor)) : null);
    }

    /**
     * Opens the case, for somebody in the register or somebody new; answers where to go on: to the section that its type asks
     * first, unless {@code begin} saved that with the case. {@code others} are other people in it, by their roles.
     */
    public String open(Actor actor, OpenCase said, RegisterPerson client, Map<UUID, String> others, Op op, Predicate<CaseFile> begin) {
        return work.once(actor, "case.open", op, () -> {
            var office = office(actor, said.office());
            var person = client.known() == null
                    ? persons.registerTyped(actor, client, office, said.fenced().equals("yes"))
                    : persons.find(actor, client.known()).id();
            var owner = said.owner().isEmpty() || said.owner().equals("queue") ? null : Id.of(said.owner());
            var language = organisations.of(actor.org()).language();
            var file = cases.start(actor, said.start(Code.next(), office, person, others, owner, clock.instant(), language));
            return !begin.test(file) && actor.is(file.owner()) ? file.path() + types.choose(said.type()).firstPage() : file.path();
        });
    }

    private String age(Actor actor, RegisterPerson client) {
        if (client.known() == null) {
            return client.identity(today(actor)).ageGroup();
        }
        var known = work.as(actor, "case.open", () -> persons.inFigures(actor, List.of(client.known())).get(client.known()));
        return known == null ? "unknown" : known.ageGroup();
    }

    private UUID office(Actor actor, String chosen) {
        var offices = offices(actor);
        if (offices.isEmpty()) {
            throw Problem.notYours();
        }
        return offices.stream().filter(office -> office.id().toString().equals(chosen)).findFirst().orElse(offices.getFirst()).id();
    }

    private List<Office> offices(Actor actor) {
        return organisations.offices(actor).stream().filter(office -> actor.may("case.open", office.id())).toList();
    }

    private LocalDate today(Actor actor) {
        return LocalDate.now(clock.withZone(actor.zone()));
    }
}
