package org.haki.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.people.PersonCases.InCase;
import org.haki.people.PersonRepository.Mark;
import org.haki.ui.Html;
import org.haki.ui.Stretch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PeopleController {

    private static final int PAGE = 50;

    private final Persons persons;
    private final Organisations organisations;
    private final ObjectProvider<PersonCases> cases;

    PeopleController(Persons persons, Organisations organisations, ObjectProvider<PersonCases> cases) {
        this.persons = persons;
        this.organisations = organisations;
        this.cases = cases;
    }

    @GetMapping("/people")
    Html list(Actor actor, @RequestParam(defaultValue = "") String after) {
        var list = persons.list(actor, Mark.read(after), PAGE);
        var last = list.more() ? list.people().getLast() : null;
        var found = list.found();
        return new Html(new PeoplePage(
                list.people(), casesOf(actor, list.people()), false, new Stretch(found.before() + 1, list.people().size(), found.count()),
                last == null ? null : "/people?after=" + new Mark(last.since(), last.id()).text(),
                found.before() == 0 ? null : found.back() == null ? "/people" : "/people?after=" + found.back().text()));
    }

    /** By POST, so that what was typed stands in no address. */
    @PostMapping("/people/search")
    Html search(Actor actor, @RequestParam(defaultValue = "") String typed) {
        var found = persons.search(actor, typed, PAGE);
        return new Html(new PeoplePage(found, casesOf(actor, found), true, new Stretch(1, found.size(), found.size()), null, null));
    }

    @GetMapping("/people/{id}")
    Html open(Actor actor, @PathVariable String id) {
        var person = persons.find(actor, Id.of(id));
        return new Html(new PersonPage(
                person,
                casesOf(actor, List.of(person)).getOrDefault(person.id(), List.of()),
                actor.may("person.write", person.office())));
    }

    @GetMapping("/people/new")
    Html fresh(Actor actor) {
        return new Html(new PersonForm(null, RegisterPerson.EMPTY, offices(actor), List.of(), persons.communities(actor), null));
    }

    @PostMapping("/people")
    ResponseEntity<Html> register(Actor actor, RegisterPerson said, Op op) {
        var offices = offices(actor);
        if (said.known() != null) {
            return Html.seeOther("/people/" + said.known());
        }
        var errors = said.errors(persons.today(actor));
        if (!errors.isEmpty()) {
            return Html.unprocessable(new PersonForm(null, said, offices, List.of(), persons.communities(actor), errors));
        }
        try {
            return Html.seeOther(persons.enter(actor, said, office(offices, said.office()), op), "registered");
        } catch (LooksAlike first) {
            errors.add("person", "RegisterPerson.alike");
            return Html.unprocessable(new PersonForm(null, said, offices, persons.alike(actor, said), persons.communities(actor), errors));
        }
    }

    @GetMapping("/people/{id}/edit")
    Html edit(Actor actor, @PathVariable String id) {
        var person = persons.find(actor, Id.of(id));
        return new Html(new PersonForm(person, RegisterPerson.of(person.identity()), List.of(), List.of(), persons.communities(actor), null));
    }

    @PostMapping("/people/{id}")
    ResponseEntity<Html> amend(Actor actor, @PathVariable String id, RegisterPerson said, Op op) {
        var today = persons.today(actor);
        Errors errors = said.errors(today);
        if (!errors.isEmpty()) {
            return Html.unprocessable(new PersonForm(persons.find(actor, Id.of(id)), said, List.of(), List.of(), persons.communities(actor), errors));
        }
        return Html.seeOther(persons.amend(actor, Id.of(id), said.identity(today), op), "saved");
    }

    private Map<UUID, List<InCase>> casesOf(Actor actor, Collection<Person> people) {
        var known = cases.getIfAvailable();
        return known == null || people.isEmpty() ? Map.of() : known.of(actor, people.stream().map(Person::id).toList());
    }

    /** Where this actor may register people. */
    private List<Office> offices(Actor actor) {
        var offices = organisations.offices(actor).stream().filter(office -> actor.may("person.write", office.id())).toList();
        if (offices.isEmpty()) {
            throw Problem.notYours();
        }
        return offices;
    }

    /** The office chosen, or the only one. */
    private static UUID office(List<Office> offices, String chosen) {
        return offices.stream().filter(office -> office.id().toString().equals(chosen)).findFirst().orElse(offices.getFirst()).id();
    }
}
