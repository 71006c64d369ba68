package org.haki.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.PersonInFigures;
import org.haki.people.Persons;
import org.springframework.stereotype.Service;

/** Case files: finding one is the permission to know of it; what the actor may not see does not exist. */
@Service
public class CaseFiles {

    private static final PersonInFigures NOBODY = new PersonInFigures("unknown", "undisclosed");

    private final Work work;
    private final Audit audit;
    private final Persons persons;
    private final Acceptance acceptance;
    private final CaseFileRepository files;
    private final PartyRepository parties;
    private final ConsentRepository consents;

    CaseFiles(
            Work work,
            Audit audit,
            Persons persons,
            Acceptance acceptance,
            CaseFileRepository files,
            PartyRepository parties,
            ConsentRepository consents) {
        this.work = work;
        this.audit = audit;
        this.persons = persons;
        this.acceptance = acceptance;
        this.files = files;
        this.parties = parties;
        this.consents = consents;
    }

    /**
     * Opens a new case inside the deed that accepts it; its people, team, story, consents and the news come with it.
     * Refused until the organisation's recovery sheet was proven.
     */
    public CaseFile start(Actor actor, StartCase said) {
        return work.as(actor, "case.open", () -> {
            refuseUnless(actor.may("case.open", said.office()));
            var file = acceptance.accept(actor, said);
            audit.note("case.accepted", file.id(), file.code());
            audit.shows(file.id());
            acceptance.announce(actor, file, said, figures(actor, file));
            return file;
        });
    }

    /** The case with this code; its row may be seen, which is not yet its story. */
    public CaseFile open(Actor actor, String code) {
        return work.as(actor, "case.see", () -> found(code));
    }

    /** The case with this code, where the actor's role in the case's office includes the verb; else the refusal. */
    public CaseFile openFor(Actor actor, String code, String verb) {
        return work.as(actor, verb, () -> {
            var file = found(code);
            refuseUnless(actor.may(verb, file.office()));
            return file;
        });
    }

    /** The open case with this code, to be written in; a closed one refuses. */
    public CaseFile openToWrite(Actor actor, String code) {
        var file = openFor(actor, code, "case.write");
        if (!file.isOpen()) {
            throw Problem.notNow();
        }
        return file;
    }

    /** The same where there is one; nothing where there is none for this actor, or none to write in. */
    public Optional<CaseFile> openToWriteIfAny(Actor actor, String code) {
        return work.as(actor, "case.see", () -> {
            var found = files.byCode(code).filter(file -> file.isOpen() && actor.may("case.write", file.office()));
            found.ifPresent(file -> audit.shows(file.id()));
            return found;
        });
    }

    /** Whether anything was said in this case after this moment; a look that finds nothing stands in no trail. */
    public boolean isTouchedAfter(Actor actor, String code, Instant seen) {
        return work.as(actor, "case.read", () -> {
            var file = files.byCode(Code.of(code)).orElseThrow(Problem::notFound);
            refuseUnless(actor.may("case.read", file.office()));
            if (file.touchedAt().isAfter(seen)) {
                return true;
            }
            audit.showsNothing();
            return false;
        });
    }

    /** The case with this id. */
    public CaseFile byId(Actor actor, UUID id) {
        return work.as(actor, "case.see", () -> {
            var file = files.byIds(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
            audit.shows(file.id());
            return file;
        });
    }

    /** Those of these cases that the actor may see. */
    public Map<UUID, CaseFile> byIds(Actor actor, Collection<UUID> ids) {
        return work.as(actor, "case.see", () -> {
            var found = ids.isEmpty() ? List.<CaseFile>of() : files.byIds(ids);
            audit.shows(found.stream().map(CaseFile::id).toList());
            return found.stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
        });
    }

    /** For each of these people the cases in which she is, as far as the actor may see them, the latest word first. */
    public Map<UUID, List<CaseFile>> ofPeople(Actor actor, Collection<UUID> people) {
        return work.as(actor, "case.see", () -> {
            var places = people.isEmpty() ? List.<PartyRepository.Place>of() : parties.ofPeople(people);
            audit.shows(places.stream().map(place -> place.file().id()).toList());
            return places.stream()
                    .collect(Collectors.groupingBy(PartyRepository.Place::person, LinkedHashMap::new, Collectors.collectingAndThen(
                            Collectors.mapping(PartyRepository.Place::file, Collectors.toList()),
                            found -> found.stream().distinct().sorted(Comparator.comparing(CaseFile::touchedAt).reversed()).toList())));
        });
    }

    /** The actor's own open cases, the latest word first. */
    public List<CaseFile> ownedBy(Actor actor, int limit) {
        return work.as(actor, "case.see", () -> {
            var owned = files.ownedBy(actor.person(), limit);
            audit.shows(owned.stream().map(CaseFile::id).toList());
            return owned;
        });
    }

    /** What waits among the cases that the actor may see, for whoever may do something about it. */
    public CasesWaiting waiting(Actor actor, LocalDate today) {
        return work.as(actor, "case.see", () -> files.waiting(today, actor.person(), actor.officesFor("case.purge")));
    }

    /** Notes that something was said in this case just now; lists sort by it. */
    public void touch(Actor actor, CaseFile file) {
        work.as(actor, "case.see", () -> files.touch(file.id()));
    }

    /** The case in coded fields, for the news of a deed. */
    public CaseInFigures figures(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            var client = persons.inFigures(actor, List.of(file.client())).getOrDefault(file.client(), NOBODY);
            return new CaseInFigures(
                    actor.org(),
                    file.office(),
                    file.id(),
                    file.type(),
                    file.stage(),
                    file.urgency(),
                    file.channel(),
                    client.ageGroup(),
                    client.sex(),
                    consents.latest(file.id(), "reporting"),
                    file.receivedAt(),
                    file.acceptedAt());
        });
    }

    private CaseFile found(String code) {
        var file = files.byCode(Code.of(code)).orElseThrow(Problem::notFound);
        audit.shows(file.id());
        return file;
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notYours();
        }
    }
}
