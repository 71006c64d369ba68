package org.haki.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haki.access.Staff;
import org.haki.cases.CaseConditions;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseParts;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.SheetForms;
import org.haki.forms.Filled;
import org.haki.forms.FormEngine;
import org.haki.forms.SavedSection;
import org.haki.forms.SectionOf;
import org.haki.forms.Submissions;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.springframework.stereotype.Service;

/** The sheet of a case as it is read: its sections, what is asked and answered in each, and how that came about. */
@Service
public class Sheets {

    private final Work work;
    private final CaseFiles cases;
    private final CaseParts parts;
    private final CaseTypes types;
    private final CaseConditions conditions;
    private final SheetForms forms;
    private final FormEngine engine;
    private final Submissions submissions;
    private final InstallationLists lists;
    private final Persons persons;
    private final Staff staff;
    private final SheetDecisions decisions;

    Sheets(Work work, CaseFiles cases, CaseParts parts, CaseTypes types, CaseConditions conditions, SheetForms forms, FormEngine engine,
            Submissions submissions, InstallationLists lists, Persons persons, Staff staff, SheetDecisions decisions) {
        this.work = work;
        this.cases = cases;
        this.parts = parts;
        this.types = types;
        this.conditions = conditions;
        this.forms = forms;
        this.engine = engine;
        this.submissions = submissions;
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
            return page(actor, sheet, now, filled);
        });
    }

    private Filled fill(Actor actor, Sheet sheet, SavedSection now) {
        return engine.fill(sheet.form(), now.answers(), sheet.seen().document(), lists.of(actor));
    }

    /** How each answer came about. */
    SheetHistoryPage history(Actor actor, String code, String section) {
        return work.as(actor, "case.read", () -> {
            var sheet = find(actor, cases.openFor(actor, code, "case.read"), section);
            var changes = submissions.history(actor, sheet.of());
            if (changes.isEmpty()) {
                throw Problem.notFound();
            }
            var now = submissions.now(actor, sheet.of());
            var names = staff.names(actor, changes.stream().map(change -> change.by()).filter(by -> by != null).distinct().toList());
            return new SheetHistoryPage(parts.head(actor, sheet.file()), section, sheet.section().label(),
                    engine.unreckoned(sheet.form(), now.answers(), lists.of(actor)), changes, names);
        });
    }

    /** The section of the case's type with this key, whether it is asked now or not. */
    Sheet find(Actor actor, CaseFile file, String key) {
        var section = types.of(file).sections().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
        return new Sheet(file, section, forms.of(types.of(file), key), conditions.see(actor, file),
                new SectionOf(file.id(), file.key(), persons.key(actor, file.client()), key));
    }

    SheetPage page(Actor actor, Sheet sheet, SavedSection now, Filled filled) {
        return new SheetPage(parts.head(actor, sheet.file()), sheet.section().key(), sheet.section().label(), now.version(),
                staff.name(actor, now.by()), now.at(), mayWrite(actor, sheet), filled, Map.of(), List.of(), "",
                SheetPage.Others.NONE, List.of(), decisions.beside(actor, sheet));
    }

    private static boolean mayWrite(Actor actor, Sheet sheet) {
        return sheet.file().isOpen() && actor.may("case.write", sheet.file().office()) && sheet.isAsked();
    }

    String name(Actor actor, SavedSection now) {
        return staff.name(actor, now.by());
    }
}
