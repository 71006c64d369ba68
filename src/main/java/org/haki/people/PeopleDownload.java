package org.haki.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Download;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Taking;
import org.haki.people.PersonCases.InCase;
import org.haki.people.PersonRepository.Mark;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The register of people, to take along: names, ages and the codes of their cases; no phone, no address, no note. Who is kept to a
 * team is left out, and the trail says why it was taken.
 */
@Component
class PeopleDownload implements Download {

    private final Persons persons;
    private final Organisations organisations;
    private final ObjectProvider<PersonCases> cases;

    PeopleDownload(Persons persons, Organisations organisations, ObjectProvider<PersonCases> cases) {
        this.persons = persons;
        this.organisations = organisations;
        this.cases = cases;
    }

    @Override
    public String key() {
        return "people";
    }

    @Override
    public String verb() {
        return "person.export";
    }

    @Override
    public String place() {
        return "people";
    }

    @Override
    public String back(Taking taking) {
        return "/people";
    }

    @Override
    public boolean names() {
        return true;
    }

    @Override
    public List<String> head() {
        return List.of("PeoplePage.name", "PeopleDownload.age", "PeopleDownload.group", "PersonFields.sex", "CaseDownload.office", "PeoplePage.cases", "PeoplePage.since");
    }

    @Override
    public Part first(Taking taking) {
        return part(taking, Mark.NEWEST);
    }

    private Part part(Taking taking, Mark after) {
        var actor = taking.actor();
        var register = persons.take(actor, after, AT_ONCE, person -> !person.fenced() && actor.may(verb(), person.office()));
        var people = register.people();
        var known = cases.getIfAvailable();
        Map<UUID, List<InCase>> inCases = known == null || people.isEmpty() ? Map.of() : known.of(actor, people.stream().map(Person::id).toList());
        var offices = organisations.offices(actor).stream().collect(Collectors.toMap(Office::id, Office::name));
        var today = persons.today(actor);
        return new Part(people.stream().map(person -> row(taking, person, today, offices, inCases.getOrDefault(person.id(), List.of()))).toList(),
                register.left(), register.next() == null ? null : () -> part(taking, register.next()));
    }

    private static List<Object> row(Taking taking, Person person, LocalDate today, Map<UUID, String> offices, List<InCase> cases) {
        var identity = person.identity();
        return Arrays.asList(
                identity.name().isBlank() ? taking.say("Person.noName") : identity.name(),
                identity.age(today),
                taking.say("PersonFields.ageGroup." + identity.ageGroup()),
                taking.say("PersonFields.sex." + identity.sex()),
                offices.getOrDefault(person.office(), ""),
                cases.stream().map(InCase::code).collect(Collectors.joining(", ")),
                taking.day(person.since()));
    }
}
