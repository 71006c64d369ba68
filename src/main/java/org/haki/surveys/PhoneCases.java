package org.haki.surveys;

import java.text.BreakIterator;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Organisations;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseList;
import org.haki.cases.CaseTypes;
import org.haki.cases.NextDeadlines;
import org.haki.forms.ChoiceLists;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.lists.Lists;
import org.haki.lists.OwnList;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.surveys.PhoneCaseRepository.Given;
import org.haki.ui.Words;
import org.haki.vault.Vault;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Component;

/**
 * The list of somebody's own open cases, for follow-up forms: code, next step and its day, and where the form asks for it initials
 * and village. Cases of restricted types and those that are kept to a team stand in none, unless the data protection officer said so.
 */
@Component
class PhoneCases {

    /** The list, as workbooks name it. */
    static final String LIST = "cases";
    static final String FILE = LIST + ".csv";
    /** How much of a case a list shows: its code and next step, or initials and village besides. */
    static final String CODES = "codes";
    static final String PEOPLE = "people";
    private static final String WRITE = "activity.write";
    private static final List<String> COLUMNS = List.of("code", "initials", "place", "next_step", "next_day");
    private static final int MOST = 500;
    private static final int INITIALS = 3;

    /** A case as it stands in a list. */
    record Line(CaseFile file, String label, Map<String, String> columns) {}

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Words words;
    private final CaseList cases;
    private final CaseTypes types;
    private final NextDeadlines steps;
    private final Persons persons;
    private final Lists lists;
    private final Organisations organisations;
    private final PhoneCaseRepository phones;
    private final Clock clock;

    PhoneCases(Work work, Audit audit, Vault vault, Words words, CaseList cases, CaseTypes types, NextDeadlines steps, Persons persons, Lists lists,
            Organisations organisations, PhoneCaseRepository phones, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.words = words;
        this.cases = cases;
        this.types = types;
        this.steps = steps;
        this.persons = persons;
        this.lists = lists;
        this.organisations = organisations;
        this.phones = phones;
        this.clock = clock;
    }

    /** How much of each case the list of this form shows; nothing where it brings none. */
    Optional<String> shows(Survey survey) {
        return survey.use() == Survey.Use.FOLLOWUP ? phones.shows(survey.id()) : Optional.empty();
    }

    /** The list of whoever has this phone; the trail says which cases stand in it. A phone of the office is nobody's: it gets an empty one. */
    EntityCsv of(Actor actor, UUID device, String shows, String language) {
        return work.as(actor, Surveys.SEE, () -> {
            var csv = new EntityCsv(COLUMNS);
            phones.lock(device);
            var before = phones.given(device).stream().collect(Collectors.toMap(Given::caseId, Function.identity()));
            var lines = lines(actor, shows, language);
            lines.forEach(line -> {
                var row = row(actor, line, before.get(line.file().id()));
                if (row != before.get(line.file().id())) {
                    phones.keep(device, row, clock.instant());
                }
                csv.add(row.id(), line.label(), row.version(), line.columns());
            });
            audit.showsOnly(lines.stream().map(line -> line.file().id()).toList());
            return csv;
        });
    }

    /** The same list as choices of a page, by code. */
    List<Form.Option> choices(Actor actor, String shows) {
        return lines(actor, shows, organisations.of(actor.org()).language()).stream()
                .map(line -> ChoiceLists.option(Code.shown(line.file().code()), line.label(), line.columns())).toList();
    }

    /** The case that a phone calls so, as far as the actor sees it. */
    Optional<UUID> caseOf(String answer) {
        return isId(answer) ? phones.caseOf(UUID.fromString(answer)) : Optional.empty();
    }

    static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private Given row(Actor actor, Line line, Given before) {
        var id = before == null ? UUID.randomUUID() : before.id();
        var mark = vault.fingerprint(actor.org(), "phone.case", id + line.label() + line.columns());
        return before == null ? new Given(id, line.file().id(), mark, 1)
                : Arrays.equals(mark, before.mark()) ? before : new Given(id, before.caseId(), mark, before.version() + 1);
    }

    private List<Line> lines(Actor actor, String shows, String language) {
        if (actor.person() == null || !actor.may("case.see") || !actor.may(WRITE)) {
            return List.of();
        }
        boolean restricted = phones.rule().restricted();
        var files = cases.open(actor, "me", "", MOST).files().stream()
                .filter(file -> actor.may(WRITE, file.office()))
                .filter(file -> restricted || !file.fenced() && !types.of(file).restricted()).toList();
        var next = files.isEmpty() ? Map.<UUID, NextDeadlines.Next>of() : steps.of(actor, files.stream().map(CaseFile::id).toList());
        boolean people = shows.equals(PEOPLE) && !files.isEmpty();
        var clients = people ? persons.openAll(actor, files.stream().map(CaseFile::client).collect(Collectors.toSet())) : Map.<UUID, Identity>of();
        var places = people && actor.may("list.see") ? lists.offered(actor, OwnList.PLACES) : List.<String>of();
        return files.stream().map(file -> line(file, next.get(file.id()), clients.get(file.client()), places, language))
                .sorted(Comparator.comparing((Line line) -> line.columns().get("next_day").isEmpty() ? "9" : line.columns().get("next_day"))
                        .thenComparing(line -> line.file().code())).toList();
    }

    private Line line(CaseFile file, NextDeadlines.Next next, Identity client, List<String> places, String language) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("code", Code.shown(file.code()));
        columns.put("initials", client == null ? "" : initials(client.name()));
        columns.put("place", client == null ? "" : place(client.address(), places));
        columns.put("next_step", next == null ? "" : words.say(language, "ActivityKind." + next.kind()));
        columns.put("next_day", next == null ? "" : next.on().toString());
        var label = Stream.of("code", "initials", "place").map(columns::get).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
        return new Line(file, label, columns);
    }

    /** The first letters of a name, as they are read: of three words at most. */
    static String initials(String name) {
        return name.equals(Text.DAMAGED) ? "" : Stream.of(name.strip().split("[\\s.-]+")).filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .limit(INITIALS).map(PhoneCases::first).collect(Collectors.joining(" "));
    }

    private static String first(String word) {
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        return word.substring(0, letters.next()).toUpperCase(Locale.ROOT) + ".";
    }

    /** The place of the organisation's list that an address names, the longest name first; no other word of the address. */
    static String place(String address, List<String> places) {
        var said = " " + address.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ") + " ";
        return places.stream().sorted(Comparator.comparing(String::length).reversed())
                .filter(place -> said.contains(" " + place.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip() + " "))
                .findFirst().orElse("");
    }
}
