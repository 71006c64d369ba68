package org.haki.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseConditions;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseParts;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.SheetForms;
import org.haki.forms.Answers;
import org.haki.forms.Filled;
import org.haki.forms.FormEngine;
import org.haki.forms.Forms;
import org.haki.forms.Marks;
import org.haki.forms.SavedSection;
import org.haki.forms.SectionOf;
import org.haki.forms.Submissions;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.lists.InstallationLists;
import org.haki.people.Persons;
import org.springframework.stereotype.Service;

/** The sheet of a case as it is read: its sections, what is asked and answered in each, and how that came about. */
@Service
public class Sheets {

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseParts parts;
    private final CaseTypes types;
    private final CaseConditions conditions;
    private final SheetForms forms;
    private final Forms books;
    private final FormEngine engine;
    private final Submissions submissions;
    private final SheetPast past;
    private final InstallationLists lists;
    private final Persons persons;
    private final Staff staff;
    private final SheetDecisions decisions;

    Sheets(Work work, Audit audit, CaseFiles cases, CaseParts parts, CaseTypes types, CaseConditions conditions, SheetForms forms,
            Forms books, FormEngine engine, Submissions submissions, SheetPast past, InstallationLists lists, Persons persons, Staff staff,
            SheetDecisions decisions) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.parts = parts;
        this.types = types;
        this.conditions = conditions;
        this.forms = forms;
        this.books = books;
        this.engine = engine;
        this.submissions = submissions;
        this.past = past;
        this.lists = lists;
        this.persons = persons;
        this.staff = staff;
        this.decisions = decisions;
    }

    /** The sections of a case that are asked now or were answered, for the page of the case. */
    public List<SheetState> of(Actor actor, CaseFile file) {
        return work.as(actor, "case.read", () -> {
            var sections = types.of(file).sections();
            if (sections.isEmpty()) {
                return List.of();
            }
            var saved = submissions.all(actor, file.id(), file.key());
            var seen = conditions.see(actor, file);
            boolean mayWrite = file.isOpen() && actor.may("case.write", file.office());
            var names = staff.names(actor, saved.values().stream().map(SavedSection::by).filter(by -> by != null).toList());
            var states = new ArrayList<SheetState>();
            for (var section : sections) {
                var one = saved.getOrDefault(section.key(), SavedSection.NONE);
                if (one.isSaved() || seen.holds(section.when())) {
                    states.add(new SheetState(section.key(), section.label(), file.path() + "/sheet/" + section.key(), one.isSaved(),
                            names.getOrDefault(one.by(), ""), one.at(), mayWrite));
                }
            }
            return states;
        });
    }

    /** The page of a section. */
    SheetPage open(Actor actor, String code, String section) {
        return work.as(actor, "case.read", () -> {
            var sheet = find(actor, cases.openFor(actor, code, "case.read"), section);
            var now = submissions.now(actor, sheet.of());
            if (!now.isSaved() && !sheet.isAsked()) {
                throw Problem.notFound();
            }
            var filled = now.isSaved() ? fill(actor, sheet, now)
                    : decisions.suggest(actor, sheet, engine.blank(sheet.form(), sheet.seen().document(), lists.of(actor)));
            return page(actor, sheet, now, filled).covering(sensitive(sheet, now.answers()));
        });
    }

    /** The same with one sensitive answer opened, which the trail says before it is shown. */
    SheetPage uncover(Actor actor, String code, String section, String place) {
        return work.as(actor, "case.read", () -> {
            var page = open(actor, code, section);
            return uncovered(page.head().file(), page, place);
        });
    }

    SheetPage uncovered(CaseFile file, SheetPage page, String place) {
        if (!page.covered().contains(place)) {
            return page;
        }
        note(file, page.section(), place);
        return page.covering(page.covered().stream().filter(one -> !one.equals(place)).collect(Collectors.toSet()));
    }

    /** That somebody looked at a sensitive answer: which question it is, never what stands there. */
    void note(CaseFile file, String section, String place) {
        audit.note("sheet.uncovered", file.id(), section + "/" + Answers.question(place));
    }

    /** Where sensitive answers stand. */
    static Set<String> sensitive(Sheet sheet, Answers answers) {
        return answers.values().keySet().stream()
                .filter(place -> sheet.form().field(place) != null && Marks.isSensitive(sheet.form().field(place)))
                .collect(Collectors.toSet());
    }

    private Filled fill(Actor actor, Sheet sheet, SavedSection now) {
        return engine.fill(sheet.form(), now.answers(), sheet.seen().document(), lists.of(actor));
    }

    /**
     * How each answer came about, also of a section that only an older version of its type asked; {@code open} is the place of a
     * sensitive one that is opened, or "".
     */
    SheetHistoryPage history(Actor actor, String code, String section, String open) {
        return work.as(actor, "case.read", () -> {
            var file = cases.openFor(actor, code, "case.read");
            var asked = past.section(actor, file, section);
            var told = asked == null ? SheetPast.NONE : past.of(actor, file, section);
            if (told.isEmpty()) {
                throw Problem.notFound();
            }
            if (Stream.concat(told.changes().stream(), told.gone().stream()).anyMatch(change -> change.place().equals(open))) {
                note(file, section, open);
            }
            var saved = submissions.now(actor, new SectionOf(file.id(), file.key(), persons.key(actor, file.client()), section));
            var all = lists.of(actor);
            var form = saved.isSaved() ? books.version(saved.form()) : forms.of(types.of(file), section);
            var gone = told.gone().stream()
                    .map(change -> new SheetHistoryPage.Gone(engine.unreckoned(books.version(change.form()), Answers.NONE, all), change)).toList();
            return new SheetHistoryPage(parts.head(actor, file), section, asked.label(), engine.unreckoned(form, saved.answers(), all), told.changes(), gone,
                    staff.names(actor, told.people()), open);
        });
    }

    /** The section of the case's type with this key, whether it is asked now or not. */
    Sheet find(Actor actor, CaseFile file, String key) {
        var section = types.of(file).sections().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
        return new Sheet(file, section, forms.of(types.of(file), key), conditions.see(actor, file),
                new SectionOf(file.id(), file.key(), persons.key(actor, file.client()), key));
    }

    /** Refuses where the case was brought to a newer version of its type while this waited. */
    void mustStand(Actor actor, CaseFile file) {
        if (types.hasVersions(file.type()) && cases.byId(actor, file.id()).typeVersion() != file.typeVersion()) {
            throw Problem.stale();
        }
    }

    SheetPage page(Actor actor, Sheet sheet, SavedSection now, Filled filled) {
        return new SheetPage(parts.head(actor, sheet.file()), sheet.section().key(), sheet.section().label(), now.version(),
                staff.name(actor, now.by()), now.at(), mayWrite(actor, sheet), filled, Map.of(), List.of(), "",
                SheetPage.Others.NONE, List.of(), decisions.beside(actor, sheet), Set.of());
    }

    private static boolean mayWrite(Actor actor, Sheet sheet) {
        return sheet.file().isOpen() && actor.may("case.write", sheet.file().office()) && sheet.isAsked();
    }

    String name(Actor actor, SavedSection now) {
        return staff.name(actor, now.by());
    }
}
