package org.haki.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.haki.cases.CaseConditions;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseType;
import org.haki.cases.SheetForms;
import org.haki.forms.CannotBeReckoned;
import org.haki.forms.Filled;
import org.haki.forms.FormEngine;
import org.haki.forms.Marks;
import org.haki.forms.Submissions;
import org.haki.forms.TooMuchToReckon;
import org.haki.forms.Wrong;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.lists.InstallationLists;
import org.haki.people.Identity;
import org.haki.questions.TypedQuestions;
import org.springframework.stereotype.Service;

/** What a type asks first, on the page of a new case: no more than what must be answered, saved as its section with the case. */
@Service
public class FirstSection {

    private final Work work;
    private final CaseConditions conditions;
    private final SheetForms forms;
    private final FormEngine engine;
    private final InstallationLists lists;
    private final SheetWriting writing;
    private final Sheets sheets;
    private final Submissions submissions;

    FirstSection(Work work, CaseConditions conditions, SheetForms forms, FormEngine engine, InstallationLists lists, SheetWriting writing,
            Sheets sheets, Submissions submissions) {
        this.work = work;
        this.conditions = conditions;
        this.forms = forms;
        this.engine = engine;
        this.lists = lists;
        this.writing = writing;
        this.sheets = sheets;
        this.submissions = submissions;
    }

    /** What is asked before anything was typed; {@code null} where nothing is. */
    public SheetPage ask(Actor actor, CaseType type, Identity client) {
        return work.as(actor, "case.open", () -> {
            var sheet = sheet(actor, type, client);
            var page = sheet == null ? null : page(sheet, engine.blank(sheet.form(), sheet.seen().document(), lists.of(actor)), Map.of(), List.of());
            return page == null || page.items("en").isEmpty() ? null : page;
        });
    }

    /** The same with what was typed; what is missing is said where {@code last}. {@code null} where nothing is asked. */
    public SheetPage typed(Actor actor, CaseType type, Identity client, Map<String, List<String>> parameters, boolean last) {
        return work.as(actor, "case.open", () -> {
            var sheet = sheet(actor, type, client);
            if (sheet == null || ask(actor, type, client) == null) {
                return null;
            }
            var said = said(actor, sheet, parameters);
            var typing = writing.read(actor, sheet, said);
            var wrongs = new ArrayList<>(typing.wrongs());
            wrongs.removeIf(wrong -> !last && said.finds().containsKey(wrong.place()));
            try {
                var filled = engine.fill(sheet.form(), typing.answers(), sheet.seen().document(), lists.of(actor));
                filled.wrongs().stream()
                        .filter(wrong -> (last || wrong.kind() != Wrong.Kind.REQUIRED) && !typing.typed().containsKey(wrong.place()))
                        .forEach(wrongs::add);
                return page(sheet, filled, typing.asTyped(filled.answers()), wrongs);
            } catch (TooMuchToReckon | CannotBeReckoned failed) {
                throw Problem.notNow();
            }
        });
    }

    /** Saves what was typed as the first section of the case that was opened just now; answers whether it was asked. */
    public boolean save(Actor actor, CaseFile file, CaseType type, Map<String, List<String>> parameters, Op op) {
        var sheet = type == null ? null : sheet(actor, type, null);
        if (sheet == null || ask(actor, type, null) == null) {
            return false;
        }
        try {
            writing.save(actor, file, sheet.section().key(), said(actor, sheet, parameters), op);
            return true;
        } catch (NotSaved changed) {
            throw Problem.stale();
        }
    }

    /** What was chosen in the first section of this case, as one would choose it for another of its household. */
    public Map<String, List<String>> chosenIn(Actor actor, CaseFile file, CaseType type) {
        var sheet = sheet(actor, type, null);
        if (sheet == null) {
            return Map.of();
        }
        var now = submissions.now(actor, sheets.find(actor, file, sheet.section().key()).of()).answers();
        return sheet.form().form().fields().stream()
                .filter(field -> field.type().equals("select_one") && !Marks.isSensitive(field) && !now.value(sheet.form().question(field)).isEmpty())
                .collect(Collectors.toMap(field -> TypedQuestions.ANSWER + sheet.form().question(field), field -> List.of(now.value(sheet.form().question(field)))));
    }

    /** What the page does not show keeps what it begins with. */
    private TypedQuestions said(Actor actor, Sheet sheet, Map<String, List<String>> parameters) {
        var begins = engine.blank(sheet.form(), sheet.seen().document(), lists.of(actor)).answers();
        return TypedQuestions.of(parameters).in(sheet.form().hash(), begins);
    }

    /** The section with which cases of this type go on; not one that is kept only if she agrees, which has a page of its own. */
    private Sheet sheet(Actor actor, CaseType type, Identity client) {
        boolean mayFill = actor.officesFor("case.write").containsAll(actor.officesFor("case.open"));
        return type.sections().stream()
                .filter(section -> mayFill && section.key().equals(type.opening().first()) && section.when().isEmpty() && section.savesOnlyIf().isEmpty())
                .findFirst()
                .map(section -> new Sheet(null, section, forms.of(type, section.key()), conditions.before(actor, type, client), null))
                .orElse(null);
    }

    private static SheetPage page(Sheet sheet, Filled filled, Map<String, String> typed, List<Wrong> wrongs) {
        return new SheetPage(null, sheet.section().key(), sheet.section().label(), 0, "", null, true, filled, typed, wrongs, "",
                SheetPage.Others.NONE, List.of(), Map.of(), Set.of());
    }
}
