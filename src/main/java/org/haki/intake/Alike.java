package org.haki.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.haki.kernel.Text;
import org.haki.people.Identity;
import org.haki.people.Likeness;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.haki.vault.Match;
import org.haki.vault.Vault;
import org.springframework.stereotype.Component;

/** Reports and cases that may be about the same person; only those that the reader may see. */
@Component
class Alike {

    private static final int SHOWN = 5;
    private static final int LIKELY_REASONS = 2;

    private final Vault vault;
    private final Audit audit;
    private final Staff staff;
    private final Persons persons;
    private final CaseFiles cases;
    private final AccountSeal accounts;
    private final IntakeRepository intakes;
    private final QueueRepository queue;

    Alike(
            Vault vault,
            Audit audit,
            Staff staff,
            Persons persons,
            CaseFiles cases,
            AccountSeal accounts,
            IntakeRepository intakes,
            QueueRepository queue) {
        this.vault = vault;
        this.audit = audit;
        this.staff = staff;
        this.persons = persons;
        this.cases = cases;
        this.accounts = accounts;
        this.intakes = intakes;
        this.queue = queue;
    }

    /** How often this number was not a case. */
    int fakes(Intake intake) {
        return intake.numberPrint() == null ? 0 : queue.fakes(intake.id());
    }

    /** What looks like it, cases first. */
    List<Reading.Known> to(Actor actor, Intake intake, Account account) {
        if (account == null) {
            return List.of();
        }
        return Stream.concat(casesLike(actor, account).stream(), intakesLike(intake, account).stream()).toList();
    }

    /** People in the register who may be the one it is about, or the one who tells. */
    List<Likeness> people(Actor actor, Account account) {
        return actor.may("person.see") ? persons.alike(actor, identity(account)) : List.of();
    }

    private List<Reading.Known> casesLike(Actor actor, Account account) {
        var people = people(actor, account).stream().collect(Collectors.toMap(like -> like.person().id(), like -> like, (first, _) -> first));
        var found = new LinkedHashMap<UUID, Likeness>();
        var files = new ArrayList<CaseFile>();
        cases.ofPeople(actor, people.keySet()).forEach((person, theirs) -> theirs.forEach(file -> {
            if (found.putIfAbsent(file.id(), people.get(person)) == null) {
                files.add(file);
            }
        }));
        var shown = files.stream().limit(SHOWN).toList();
        audit.shows(shown.stream().map(CaseFile::id).toList());
        var names = staff.names(actor, shown.stream().map(CaseFile::owner).filter(Objects::nonNull).collect(Collectors.toSet()));
        return shown.stream()
                .map(file -> new Reading.Known("case", file.code(), file.status().key(),
                        file.owner() == null ? "" : names.getOrDefault(file.owner(), ""), file.acceptedAt(),
                        because(found.get(file.id())), found.get(file.id()).likely()))
                .toList();
    }

    private List<Reading.Known> intakesLike(Intake intake, Account account) {
        var others = new LinkedHashMap<UUID, Intake>();
        queue.alike(intake.id(), SHOWN).forEach(other -> others.put(other.id(), other));
        var matches = vault.similar("intake", names(account), phones(account), SHOWN).stream().map(Match::subject).toList();
        intakes.byIds(matches).forEach(other -> others.put(other.id(), other));
        others.remove(intake.id());
        var told = accounts.openAll(others.values().stream().filter(other -> other.caseId() == null).toList());
        return others.values().stream()
                .limit(SHOWN)
                .map(other -> known(intake, account, other, told.get(other.id())))
                .toList();
    }

    private static Reading.Known known(Intake intake, Account account, Intake other, Account told) {
        var because = new ArrayList<String>();
        if (intake.numberPrint() != null && intake.numberPrint().equals(other.numberPrint())) {
            because.add("number");
        }
        if (intake.wordsPrint() != null && intake.wordsPrint().equals(other.wordsPrint())) {
            because.add("words");
        }
        if (because.isEmpty()) {
            because.add("name");
        }
        if (told != null && !Text.blank(account.where()) && fold(account.where()).equals(fold(told.where()))) {
            because.add("place");
        }
        return new Reading.Known("intake", other.code(), other.state(), "", other.receivedAt(), because, because.size() >= LIKELY_REASONS);
    }

    private static List<String> because(Likeness like) {
        return like.because().stream().map(reason -> reason.equals("phone") ? "number" : reason).toList();
    }

    private static Identity identity(Account account) {
        return new Identity(Text.blank(account.survivor()) ? account.reporter() : account.survivor(), List.of(), phones(account),
                null, "undisclosed", "unknown", "", SafeContact.UNKNOWN, "");
    }

    private static List<String> names(Account account) {
        return Stream.of(account.survivor(), account.reporter()).filter(name -> !Text.blank(name)).toList();
    }

    private static List<String> phones(Account account) {
        return Text.blank(account.number()) ? List.of() : List.of(account.number());
    }

    private static String fold(String place) {
        return Normalizer.normalize(place == null ? "" : place.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
