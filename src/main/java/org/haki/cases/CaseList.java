package org.haki.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.haki.ui.Stretch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** The list of cases that the actor may see: one query for the cases and their counts, one each for names and days. */
@Service
public class CaseList {

    /** Some of the open cases: whose they are, who may own cases there, and the mark after which the others begin; "" where there are none. */
    public record Open(List<CaseFile> files, String owner, List<Colleague> owners, String older) {}

    private static final int PAGE = 50;

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final Organisations organisations;
    private final Persons persons;
    private final CaseTypes types;
    private final AdoptedTypes adopted;
    private final CaseListRepository list;
    private final Supplier<NextDeadlines> deadlines;

    CaseList(
            Work work,
            Audit audit,
            Staff staff,
            Organisations organisations,
            Persons persons,
            CaseTypes types,
            AdoptedTypes adopted,
            CaseListRepository list,
            ObjectProvider<NextDeadlines> deadlines) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.organisations = organisations;
        this.persons = persons;
        this.types = types;
        this.adopted = adopted;
        this.list = list;
        this.deadlines = SingletonSupplier.ofNullable(deadlines::getIfAvailable);
    }

    CasesPage show(Actor actor, ListCases asked) {
        return work.as(actor, "case.see", () -> {
            var owner = ownerOf(actor, asked);
            var found = list.list(asked, owners(actor, asked), PAGE);
            var files = found.files().subList(0, Math.min(PAGE, found.files().size()));
            audit.shows(files.stream().map(CaseFile::id).toList());
            var offices = offices(actor);
            var owners = owners(actor, offices);
            return new CasesPage(
                    asked,
                    owner,
                    rows(actor, files),
                    new Stretch(found.beyond() + 1, files.size(), found.count()),
                    found.beyond() > 0 ? asked.addressAfter(found.back()) : null,
                    found.files().size() > PAGE ? asked.addressAfter(ListCases.Mark.of(files.getLast())) : null,
                    adopted.ever(found.types()),
                    owners,
                    offices);
        });
    }

    /** Open cases of this owner, the latest word first, after this mark. */
    public Open open(Actor actor, String owner, String after, int most) {
        return work.as(actor, "case.see", () -> {
            var asked = new ListCases("open", "", "", owner, "", "", "", after);
            var found = list.list(asked, owners(actor, asked), most).files();
            var files = found.subList(0, Math.min(most, found.size()));
            audit.shows(files.stream().map(CaseFile::id).toList());
            return new Open(files, ownerOf(actor, asked), owners(actor, offices(actor)),
                    found.size() > most ? ListCases.Mark.of(files.getLast()).toString() : "");
        });
    }

    private static String ownerOf(Actor actor, ListCases asked) {
        return asked.owner().isEmpty() ? ownerByRole(actor) : asked.owner();
    }

    /** Those who give cases to others look at everyone's, the others at their own. */
    private static String ownerByRole(Actor actor) {
        return actor.may("case.write") && !actor.may("case.assign") ? "me" : "everyone";
    }

    /** Whose cases this list shows to this actor. */
    CaseListRepository.Owners owners(Actor actor, ListCases asked) {
        var owner = ownerOf(actor, asked);
        return switch (owner) {
            case "everyone" -> new CaseListRepository.Owners(true, List.of(), false);
            case "queue" -> new CaseListRepository.Owners(false, List.of(), true);
            case "me" -> {
                var mine = new HashSet<>(staff.standsInFor(actor));
                mine.add(actor.person());
                yield new CaseListRepository.Owners(false, mine, false);
            }
            default -> new CaseListRepository.Owners(
                    false, idOf(owner) == null ? List.of() : List.of(idOf(owner)), false);
        };
    }

    private static UUID idOf(String owner) {
        return new ListCases("", "", "", owner, "", "", "", "").ownerId();
    }

    private List<CasesPage.Row> rows(Actor actor, List<CaseFile> files) {
        var clients = persons.openAll(actor, files.stream().map(CaseFile::client).collect(Collectors.toSet()));
        var names = new HashMap<UUID, String>(staff.names(actor, ownersOf(files)));
        var due = deadlines.get();
        Map<UUID, NextDeadlines.Next> next =
                due == null || files.isEmpty() ? Map.of() : due.of(actor, files.stream().map(CaseFile::id).toList());
        return files.stream()
                .map(file -> new CasesPage.Row(
                        file, types.of(file), clients.get(file.client()), names.getOrDefault(file.owner(), ""), next.get(file.id())))
                .toList();
    }

    private static Set<UUID> ownersOf(Collection<CaseFile> files) {
        return files.stream().map(CaseFile::owner).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private List<Office> offices(Actor actor) {
        return organisations.offices(actor).stream().filter(office -> actor.may("case.see", office.id())).toList();
    }

    private List<Colleague> owners(Actor actor, List<Office> offices) {
        return staff.able(actor, offices.stream().map(Office::id).toList(), "case.write");
    }
}
