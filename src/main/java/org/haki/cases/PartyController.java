package org.haki.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Text;
import org.haki.people.Likeness;
import org.haki.people.LooksAlike;
import org.haki.people.Person;
import org.haki.people.Persons;
import org.haki.people.RegisterPerson;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people in a case. */
@Controller
class PartyController {

    private static final int FOUND_SHOWN = 20;

    private final CaseParts parts;
    private final Parties parties;
    private final Persons persons;
    private final Clock clock;

    PartyController(CaseParts parts, Parties parties, Persons persons, Clock clock) {
        this.parts = parts;
        this.parties = parties;
        this.persons = persons;
        this.clock = clock;
    }

    @GetMapping("/cases/{code}/people")
    Html add(Actor actor, @PathVariable String code) {
        return new Html(page(actor, code, "", RegisterPerson.EMPTY, List.of(), null));
    }

    /** By POST, so that what was typed stands in no address. */
    @PostMapping("/cases/{code}/people/search")
    Html search(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String typed) {
        var head = parts.head(actor, code, "case.write");
        var found = Text.blank(typed) ? List.<Person>of() : persons.search(actor, typed, FOUND_SHOWN);
        return new Html(new PartyPage(head, "", RegisterPerson.EMPTY, found, true, List.of(), persons.communities(actor), null));
    }

    @PostMapping("/cases/{code}/people")
    ResponseEntity<Html> add(
            Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String role, RegisterPerson said, Op op) {
        var head = parts.head(actor, code, "case.write");
        var errors = new Errors().unless(
                !role.equals(Parties.CLIENT) && head.type().parties().containsKey(role), "role", "Case.chooseOne");
        if (said.known() != null) {
            return errors.isEmpty()
                    ? Html.seeOther(parties.add(actor, code, said.known(), role, op), "added")
                    : Html.unprocessable(found(actor, head, role, said, errors));
        }
        errors.addAll(said.errors(LocalDate.now(clock.withZone(actor.zone()))));
        if (!errors.isEmpty()) {
            return Html.unprocessable(page(actor, code, role, said, List.of(), errors));
        }
        try {
            return Html.seeOther(parties.addNew(actor, code, said, role, op), "added");
        } catch (LooksAlike first) {
            errors.add("person", "RegisterPerson.alike");
            return Html.unprocessable(page(actor, code, role, said, persons.alike(actor, said), errors));
        }
    }

    @PostMapping("/cases/{code}/people/{party}/end")
    ResponseEntity<Html> end(Actor actor, @PathVariable String code, @PathVariable String party, Op op) {
        return Html.seeOther(parties.end(actor, code, Id.of(party), op), "saved");
    }

    private PartyPage page(Actor actor, String code, String role, RegisterPerson said, List<Likeness> alike, Errors errors) {
        return new PartyPage(parts.head(actor, code, "case.write"), role, said, List.of(), false, alike, persons.communities(actor), errors);
    }

    /** The form for the one chosen from the register, when her role was forgotten. */
    private PartyPage found(Actor actor, CaseHead head, String role, RegisterPerson said, Errors errors) {
        return new PartyPage(head, role, said, List.of(persons.find(actor, said.known())), true, List.of(), persons.communities(actor), errors);
    }
}
