package org.haki.sheets;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseTypes;
import org.haki.cases.SheetSaved;
import org.haki.forms.Answers;
import org.haki.forms.CannotBeReckoned;
import org.haki.forms.Filled;
import org.haki.forms.FormEngine;
import org.haki.forms.Marks;
import org.haki.forms.Merge;
import org.haki.forms.SaveSection;
import org.haki.forms.SavedSection;
import org.haki.forms.Submissions;
import org.haki.forms.TooMuchToReckon;
import org.haki.forms.Typing;
import org.haki.forms.Wrong;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.lists.InstallationLists;
import org.haki.questions.LongList;
import org.haki.questions.TypedQuestions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The sheet of a case as it is written: what was typed is read, merged with what others wrote, reckoned, and saved or said. */
@Service
class SheetWriting {

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Sheets sheets;
    private final FormEngine engine;
    private final Submissions submissions;
    private final InstallationLists lists;
    private final SheetDecisions decisions;
    private final CountedContacts contacts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SheetWriting(Work work, Audit audit, CaseFiles cases, CaseTypes types, Sheets sheets, FormEngine engine, Submissions submissions,
            InstallationLists lists, SheetDecisions decisions, CountedContacts contacts, ApplicationEventPublisher events, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.types = types;
        this.sheets = sheets;
        this.engine = engine;
        this.submissions = submissions;
        this.lists = lists;
        this.decisions = decisions;
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
    }

    /** What is asked now, after what was typed; one row more or less where that was pressed. Nothing is saved. */
    SheetPage reckon(Actor actor, String code, String section, TypedQuestions said, int base) {
        return work.as(actor, "case.write", () -> {
            var sheet = sheets.find(actor, cases.openToWrite(actor, code), section);
            var stored = stored(actor, sheet, base);
            var typing = read(actor, sheet, said.with(stored));
            var answers = said.turned(sheet.form(), typing.answers());
            var covered = covered(sheet, stored, said);
            var now = new SavedSection(base, sheet.form().hash(), answers, null, null);
            try {
                var filled = base == 0 ? decisions.suggest(actor, sheet, fill(actor, sheet, answers)) : fill(actor, sheet, answers);
                var wrongs = new ArrayList<>(typing.wrongs());
                wrongs.removeIf(wrong -> said.finds().containsKey(wrong.place()));
                filled.wrongs().stream().filter(wrong -> wrong.kind() != Wrong.Kind.REQUIRED && !typing.typed().containsKey(wrong.place()))
                        .forEach(wrongs::add);
                return sheets.page(actor, sheet, now, filled).telling(typing.asTyped(filled.answers()), wrongs, "", SheetPage.Others.NONE, List.of())
                        .covering(covered);
            } catch (TooMuchToReckon | CannotBeReckoned failed) {
                return sheets.page(actor, sheet, now, engine.unreckoned(sheet.form(), answers, lists.of(actor)))
                        .telling(typing.asTyped(answers), typing.wrongs(), NotSaved.Why.NOT_RECKONED.key(), SheetPage.Others.NONE, List.of()).covering(covered);
            }
        });
    }

    /** Saves the section; answers the address to go on to, and what is said there. Throws {@link NotSaved} with what keeps it from being saved. */
    String save(Actor actor, String code, String section, TypedQuestions said, Op op) {
        try {
            return work.once(actor, "case.write", op, () -> save(actor, cases.openToWrite(actor, code), section, said, op));
        } catch (NotKept refused) {
            return countAlone(actor, refused.sheet(), op);
        }
    }

    /** The same inside a deed that is done once; where she does not agree, that is undone, too ({@link NotKept}). */
    String save(Actor actor, CaseFile file, String section, TypedQuestions said, Op op) {
        return work.as(actor, "case.write", () -> {
            var sheet = sheets.find(actor, file, section);
            if (!sheet.isAsked()) {
                throw Problem.notNow();
            }
            submissions.lock(actor, sheet.of());
            sheets.mustStand(actor, file);
            var now = submissions.now(actor, sheet.of());
            var typing = read(actor, sheet, said.covered().isEmpty() ? said : said.with(stored(actor, sheet, Math.min(op.base(), now.version()))));
            if (!said.form().equals(sheet.form().hash())) {
                throw new NotSaved(NotSaved.Why.OLD_FORM, now, reckoned(actor, sheet, now, typing, typing.answers(), null), typing.asTyped(typing.answers()),
                        typing.wrongs(), null, said.lost(sheet.form()));
            }
            var mine = chosen(written(sheet, typing.answers(), typing.typed().keySet()), now, said);
            var merge = op.base() == now.version() ? null
                    : Merge.of(written(sheet, submissions.at(actor, sheet.of(), Math.min(op.base(), now.version())), Set.of()), mine, written(sheet, now.answers(), Set.of()));
            var merged = merge == null ? mine : merge.answers();
            var filled = reckoned(actor, sheet, now, typing, merged, merge);
            refuse(actor, sheet, now, filled, typing, merge, said);
            if (!sheet.keeps(now, filled.answers())) {
                throw new NotKept(sheet);
            }
            return keep(actor, sheet, now, filled, merge == null ? null : mine, said.spoken(), op);
        });
    }

    /** The page with one sensitive answer opened, and all else as it was typed; where nothing can be written, as it stands. */
    SheetPage uncover(Actor actor, String code, String section, TypedQuestions said, int base, String place) {
        return work.as(actor, "case.read", () -> {
            var file = cases.openFor(actor, code, "case.read");
            boolean writes = !said.form().isEmpty() && file.isOpen() && actor.may("case.write", file.office());
            return writes ? sheets.uncovered(file, reckon(actor, code, section, said, base), place) : sheets.uncover(actor, code, section, place);
        });
    }

    /** What stood there when the page was drawn; nothing where it says a version that there is not. */
    private Answers stored(Actor actor, Sheet sheet, int base) {
        if (sheet.form().form().fields().stream().noneMatch(Marks::isSensitive)) {
            return Answers.NONE;
        }
        return base > submissions.now(actor, sheet.of()).version() ? Answers.NONE : submissions.at(actor, sheet.of(), base);
    }

    /** Sensitive answers that stand there and did not come with the page, where she could have read them. */
    private static Set<String> covered(Sheet sheet, Answers stored, TypedQuestions said) {
        return Sheets.sensitive(sheet, stored).stream().filter(place -> said.raw().value(place).isEmpty()).collect(Collectors.toSet());
    }

    private String countAlone(Actor actor, Sheet sheet, Op op) {
        var file = sheet.file();
        contacts.count(actor, file.office(), file.type(), op);
        boolean brief = types.of(file).ending().brief() != null && actor.may("case.propose", file.office());
        return file.path() + (brief ? "/brief-exit" : "") + "?done=counted";
    }

    private String keep(Actor actor, Sheet sheet, SavedSection now, Filled filled, Answers sent, String spoken, Op op) {
        var path = sheet.file().path() + "?done=saved#sheet";
        if (now.isSaved() && filled.answers().equals(now.answers())) {
            return path;
        }
        boolean coded = AnswersRebuilt.isCoded(types, sheet.file());
        submissions.save(actor, sheet.of(),
                new SaveSection(sheet.form(), Math.min(op.base(), now.version()), filled.answers(), sent, coded, "page", clock.instant(), op.id()));
        audit.note("sheet.saved", sheet.file().id(), sheet.section().key());
        cases.touch(actor, sheet.file());
        decisions.record(actor, sheet, now, filled, spoken);
        events.publishEvent(new SheetSaved(actor, sheet.file(), sheet.section().key()));
        return path;
    }

    private void refuse(Actor actor, Sheet sheet, SavedSection now, Filled filled, Typing typing, Merge merge, TypedQuestions said) {
        if (merge != null && !merge.isClear()) {
            throw new NotSaved(NotSaved.Why.CLASH, now, filled, typing.asTyped(filled.answers()), typing.wrongs(), merge, List.of());
        }
        var wrongs = new ArrayList<>(typing.wrongs());
        filled.wrongs().stream().filter(wrong -> !typing.typed().containsKey(wrong.place())).forEach(wrongs::add);
        if (wrongs.isEmpty()) {
            wrongs.addAll(decisions.wrongs(actor, sheet, now, filled));
        }
        if (!wrongs.isEmpty()) {
            throw new NotSaved(NotSaved.Why.WRONG, now, filled, typing.asTyped(filled.answers()), wrongs, merge, List.of());
        }
        var unsaid = filled.left().stream().filter(place -> !said.dropped().contains(place)).map(place -> new Wrong(place, Wrong.Kind.NOT_ASKED)).toList();
        if (!unsaid.isEmpty()) {
            throw new NotSaved(NotSaved.Why.NOT_ASKED, now, filled, typing.asTyped(filled.answers()), unsaid, merge, List.of());
        }
    }

    /** The page again, as it came in, with what stands in the way. */
    SheetPage again(Actor actor, String code, String section, TypedQuestions said, NotSaved refused) {
        return work.as(actor, "case.write", () -> {
            var sheet = sheets.find(actor, cases.openToWrite(actor, code), section);
            var merge = refused.merge();
            var others = merge == null ? SheetPage.Others.NONE
                    : new SheetPage.Others(sheets.name(actor, refused.now()), merge.clashes(), merge.removed(), merge.kept());
            others.clashes().keySet().stream().filter(Sheets.sensitive(sheet, refused.now().answers())::contains)
                    .forEach(place -> sheets.note(sheet.file(), section, place));
            return sheets.page(actor, sheet, refused.now(), refused.filled())
                    .telling(refused.typed(), refused.wrongs(), refused.why().key(), others, refused.lost())
                    .covering(covered(sheet, refused.now().answers(), said));
        });
    }

    /** What was typed into a case that is no longer open, or into a section that is not asked now: to be read and copied. */
    SheetPage tooLate(Actor actor, String code, String section, TypedQuestions said) {
        return work.as(actor, "case.read", () -> {
            var sheet = sheets.find(actor, cases.openFor(actor, code, "case.read"), section);
            var typed = engine.unreckoned(sheet.form(), said.known(sheet.form()), lists.of(actor));
            return sheets.page(actor, sheet, SavedSection.NONE, typed).onlyRead().telling(Map.of(), List.of(), "too_late", SheetPage.Others.NONE, List.of());
        });
    }

    /** What was typed, and of long lists what was found by it. */
    Typing read(Actor actor, Sheet sheet, TypedQuestions said) {
        var typing = Typing.read(sheet.form(), said.known(sheet.form()), actor.zone());
        if (said.finds().isEmpty()) {
            return typing;
        }
        try {
            return LongList.chosen(fill(actor, sheet, typing.answers()), typing, said.finds());
        } catch (TooMuchToReckon | CannotBeReckoned failed) {
            return typing;
        }
    }

    private Filled reckoned(Actor actor, Sheet sheet, SavedSection now, Typing typing, Answers answers, Merge merge) {
        try {
            return fill(actor, sheet, answers);
        } catch (TooMuchToReckon | CannotBeReckoned failed) {
            throw new NotSaved(NotSaved.Why.NOT_RECKONED, now, engine.unreckoned(sheet.form(), answers, lists.of(actor)), typing.asTyped(answers),
                    typing.wrongs(), merge, List.of());
        }
    }

    private Filled fill(Actor actor, Sheet sheet, Answers answers) {
        return engine.fill(sheet.form(), answers, sheet.seen().document(), lists.of(actor));
    }

    /** Where the page asked whose answer stands, the other's is taken where that was chosen. */
    private static Answers chosen(Answers mine, SavedSection now, TypedQuestions said) {
        var chosen = mine;
        for (var choice : said.choices().entrySet()) {
            if (choice.getValue().equals("theirs")) {
                chosen = chosen.with(choice.getKey(), now.answers().value(choice.getKey()));
            }
        }
        return chosen;
    }

    /** What people write: not what is reckoned, which would differ without anybody's doing, and no row in which nothing stands. */
    private static Answers written(Sheet sheet, Answers answers, Set<String> unread) {
        var values = new LinkedHashMap<String, String>();
        answers.values().forEach((place, value) -> {
            var field = sheet.form().field(place);
            if (field != null && !field.bind().containsKey("calculate") && within(answers, place)) {
                values.put(place, value);
            }
        });
        var rows = new LinkedHashMap<String, List<String>>();
        answers.rows().forEach((repeat, ids) -> rows.put(repeat, ids.stream()
                .filter(id -> Stream.concat(values.keySet().stream(), unread.stream()).anyMatch(place -> place.startsWith(repeat + "[" + id + "]/")))
                .toList()));
        return new Answers(values, rows);
    }

    private static boolean within(Answers answers, String place) {
        for (int from = place.indexOf('['); from >= 0; from = place.indexOf('[', from + 1)) {
            if (!answers.rowsOf(place.substring(0, from)).contains(place.substring(from + 1, place.indexOf(']', from)))) {
                return false;
            }
        }
        return true;
    }
}
