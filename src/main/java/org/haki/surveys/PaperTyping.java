package org.haki.surveys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.forms.Answers;
import org.haki.forms.CannotBeReckoned;
import org.haki.forms.CaseDocument;
import org.haki.forms.Filled;
import org.haki.forms.FormEngine;
import org.haki.forms.Forms;
import org.haki.forms.Instance;
import org.haki.forms.TooMuchToReckon;
import org.haki.forms.Typing;
import org.haki.forms.Wrong;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.questions.LongList;
import org.haki.questions.TypedQuestions;
import org.springframework.stereotype.Service;

/**
 * A form as it is typed in from paper that came in a parcel, by somebody who sees no cases. What cannot be read is marked, left out,
 * and asked back; the rest is handed in like anything else. Which sheets she sees, the row policies say.
 */
@Service
public class PaperTyping {

    public static final String TYPE = "paper.type";

    private final Work work;
    private final Forms forms;
    private final FormEngine engine;
    private final SurveyRepository surveys;
    private final SurveySheetRepository sheets;
    private final SurveySubmissions submissions;
    private final MediaLists lists;
    private final HandingIn handing;
    private final Clock clock;

    PaperTyping(Work work, Forms forms, FormEngine engine, SurveyRepository surveys, SurveySheetRepository sheets, SurveySubmissions submissions,
            MediaLists lists, HandingIn handing, Clock clock) {
        this.work = work;
        this.forms = forms;
        this.engine = engine;
        this.surveys = surveys;
        this.sheets = sheets;
        this.submissions = submissions;
        this.lists = lists;
        this.handing = handing;
        this.clock = clock;
    }

    /** Every form that takes what is filled in, by title. */
    public List<Survey> offered(Actor actor) {
        return work.as(actor, TYPE, () -> surveys.all().stream().filter(survey -> survey.state().takes()).toList());
    }

    /** A form as its paper asks, in its newest version. */
    public PaperForm form(Actor actor, UUID survey) {
        return work.as(actor, TYPE, () -> form(surveys.one(survey).orElseThrow(Problem::notFound)));
    }

    /** Whether a filled-in form has this code, also one that this actor does not see. */
    public boolean isTaken(Actor actor, String code) {
        return work.as(actor, TYPE, () -> submissions.isTaken(code));
    }

    /** The sheet to be typed in, or as it was typed in before, with the marks at what could not be read then. */
    public TypedPaper page(Actor actor, UUID survey, UUID sheet, boolean bikram, Set<String> unreadable) {
        return work.as(actor, TYPE, () -> {
            var asking = asking(survey, sheet);
            var filled = asking.sheet() == null ? engine.blank(asking.form(), document(actor), lists.of(actor, survey, asking.version().number()))
                    : fill(actor, asking, SurveySheets.known(asking.form(), submissions.opened(sheets.byId(sheet).orElseThrow())));
            return paper(asking, filled, Map.of(), List.of(), unreadable, bikram);
        });
    }

    /** What is asked now, after what was typed; nothing is handed in. */
    public TypedPaper reckon(Actor actor, UUID survey, UUID sheet, TypedQuestions typed, boolean bikram) {
        return work.as(actor, TYPE, () -> {
            var asking = asking(survey, sheet);
            var read = PaperReading.of(asking.form(), typed, bikram);
            var typing = typing(actor, asking, read.typed());
            var answers = typed.turned(asking.form(), typing.answers());
            Filled filled;
            try {
                filled = fill(actor, asking, answers);
            } catch (TooMuchToReckon | CannotBeReckoned failed) {
                return unreckoned(actor, asking, typing, read, bikram);
            }
            var wrongs = wrongs(filled, typing, read).stream()
                    .filter(wrong -> wrong.kind() != Wrong.Kind.REQUIRED && !typed.finds().containsKey(wrong.place())).toList();
            return paper(asking, filled, typing.asTyped(filled.answers()), wrongs, read.unreadable(), bikram);
        });
    }

    /** Hands in what was typed, within a deed of the caller's. Throws {@link PaperNotTaken} with what keeps it from being taken. */
    public TypedPaper take(Actor actor, TakePaper taken, Op op) {
        return work.as(actor, TYPE, () -> {
            var asking = asking(taken.survey(), taken.sheet().sheet());
            var read = PaperReading.of(asking.form(), taken.typed(), taken.bikram());
            var typing = typing(actor, asking, read.typed());
            Filled filled;
            try {
                filled = fill(actor, asking, typing.answers());
            } catch (TooMuchToReckon | CannotBeReckoned failed) {
                throw new PaperNotTaken(unreckoned(actor, asking, typing, read, taken.bikram()));
            }
            var paper = paper(asking, filled, typing.asTyped(filled.answers()), wrongs(filled, typing, read), read.unreadable(), taken.bikram());
            if (!taken.typed().form().equals(asking.form().hash())) {
                throw new PaperNotTaken(paper.telling("old_form"));
            }
            if (paper.edit() != op.base()) {
                throw Problem.stale();
            }
            if (!paper.wrongs().isEmpty()) {
                throw new PaperNotTaken(paper);
            }
            return handIn(actor, asking, paper, taken, op);
        });
    }

    private TypedPaper handIn(Actor actor, Asking asking, TypedPaper paper, TakePaper taken, Op op) {
        var meta = new LinkedHashMap<String, String>();
        meta.put("instanceID", "uuid:" + op.id());
        if (asking.sheet() != null) {
            meta.put("deprecatedID", submissions.instanceOf(asking.sheet()));
        }
        var xml = Instance.write(asking.form(), handing.ended(actor, asking.form(), paper.filled().answers()), meta).getBytes(StandardCharsets.UTF_8);
        var receipt = submissions.take(actor, new ReceivedInstance(asking.version(), taken.office(), xml, List.of(), "paper", "", taken.happenedAt(),
                asking.sheet() == null ? taken.code() : null, taken.sheet()), op);
        if (receipt.sheet() == null) {
            throw receipt.outcome() == Receipt.Outcome.EDITED_SINCE ? Problem.stale() : Problem.notNow();
        }
        return new TypedPaper(paper.form(), sheets.byId(receipt.sheet()).orElseThrow().sheet(), paper.filled(), paper.typed(), paper.wrongs(), paper.kept(),
                asked(paper), "");
    }

    /** What could not be read and is asked after what could. */
    private static Set<String> asked(TypedPaper paper) {
        var asked = new LinkedHashSet<String>();
        paper.filled().each(one -> {
            if (one.isQuestion() && one.relevant() && paper.unreadable().contains(one.place())) {
                asked.add(one.place());
            }
        });
        return asked;
    }

    private static List<Wrong> wrongs(Filled filled, Typing typing, PaperReading read) {
        return SurveyFilling.wrongs(filled, typing).stream()
                .filter(wrong -> wrong.kind() != Wrong.Kind.REQUIRED || !read.unreadable().contains(wrong.place())).toList();
    }

    private Typing typing(Actor actor, Asking asking, TypedQuestions typed) {
        var typing = Typing.read(asking.form(), typed.known(asking.form()), actor.zone());
        if (typed.finds().isEmpty()) {
            return typing;
        }
        try {
            return LongList.chosen(fill(actor, asking, typing.answers()), typing, typed.finds());
        } catch (TooMuchToReckon | CannotBeReckoned failed) {
            return typing;
        }
    }

    private Filled fill(Actor actor, Asking asking, Answers answers) {
        return engine.fill(asking.form(), answers, document(actor), lists.of(actor, asking.survey().id(), asking.version().number()));
    }

    private CaseDocument document(Actor actor) {
        return CaseDocument.at(clock.instant(), actor.zone()).done();
    }

    private TypedPaper unreckoned(Actor actor, Asking asking, Typing typing, PaperReading read, boolean bikram) {
        var filled = engine.unreckoned(asking.form(), typing.answers(), lists.of(actor, asking.survey().id(), asking.version().number()));
        return paper(asking, filled, typing.asTyped(typing.answers()), typing.wrongs(), read.unreadable(), bikram).telling("not_reckoned");
    }

    private TypedPaper paper(Asking asking, Filled filled, Map<String, String> typed, List<Wrong> wrongs, Set<String> unreadable, boolean bikram) {
        var kept = new LinkedHashMap<String, String>();
        filled.each(asked -> {
            if (filled.left().contains(asked.place())) {
                kept.put(asked.place(), asked.value());
            }
        });
        var shown = new Filled(filled.version(), filled.lists(), filled.asked(), filled.answers(), List.of(), filled.wrongs());
        return new TypedPaper(form(asking.survey()), asking.sheet(), shown, PaperReading.shown(filled, typed, unreadable, bikram), wrongs, kept, unreadable, "");
    }

    private PaperForm form(Survey survey) {
        var version = forms.version(surveys.versions(survey.id()).stream().findFirst().orElseThrow(Problem::notFound).form());
        return new PaperForm(survey, version, PaperNumbers.of(version));
    }

    private Asking asking(UUID id, UUID sheetId) {
        var survey = surveys.one(id).orElseThrow(Problem::notFound);
        var sheet = sheets.byId(sheetId).map(SurveySheetRepository.AnswersRow::sheet).filter(one -> one.survey().equals(id)).orElse(null);
        if (!(sheet == null ? survey.state().takes() : survey.state().takesChanges())) {
            throw Problem.notNow();
        }
        var version = surveys.versions(id).getFirst();
        return new Asking(survey, version, forms.version(version.form()), sheet, false);
    }
}
