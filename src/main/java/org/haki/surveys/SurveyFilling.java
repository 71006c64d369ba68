package org.haki.surveys;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.access.Office;
import org.haki.forms.Answers;
import org.haki.forms.CannotBeReckoned;
import org.haki.forms.CaseDocument;
import org.haki.forms.ChoiceLists;
import org.haki.forms.Filled;
import org.haki.forms.FormEngine;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.forms.TooMuchToReckon;
import org.haki.forms.Typing;
import org.haki.forms.Wrong;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.questions.LongList;
import org.springframework.stereotype.Service;

/** A form as it is filled in on a page: what was typed is read, reckoned, and handed in as a device would hand it in. */
@Service
class SurveyFilling {

    private static final String FILL = SurveySubmissions.FILL;

    private final Work work;
    private final Forms forms;
    private final FormEngine engine;
    private final SurveyRepository surveys;
    private final SurveyBooks books;
    private final SurveySubmissions submissions;
    private final SurveyUploads uploads;
    private final MediaLists lists;
    private final SurveyFiles files;
    private final HandingIn handing;
    private final Clock clock;

    SurveyFilling(Work work, Forms forms, FormEngine engine, SurveyRepository surveys, SurveyBooks books, SurveySubmissions submissions, SurveyUploads uploads,
            MediaLists lists, SurveyFiles files, HandingIn handing, Clock clock) {
        this.work = work;
        this.forms = forms;
        this.engine = engine;
        this.surveys = surveys;
        this.books = books;
        this.submissions = submissions;
        this.uploads = uploads;
        this.lists = lists;
        this.files = files;
        this.handing = handing;
        this.clock = clock;
    }

    /** The form as nobody filled it in yet; what was begun goes on, and a follow-up names this case. */
    FillPage blank(Actor actor, UUID survey, UUID begun, String paper, String on, String asked) {
        return work.as(actor, FILL, () -> {
            var asking = asking(actor, survey, null);
            if (begun != null) {
                return turned(actor, asking, uploads.begun(actor, survey, begun));
            }
            var filled = engine.blank(asking.form(), document(actor), lists.of(actor, survey, asking.version().number()));
            if (Code.read(on) != null && asking.form().field(SurveyCases.CASE) != null) {
                filled = fill(actor, asking, filled.answers().with(SurveyCases.CASE, Code.shown(Code.read(on))));
            }
            return page(actor, asking, filled, Map.of(), List.of(), FillSaid.of(Map.of("paper", List.of(paper), "asked", List.of(asked))));
        });
    }

    /** The form as it would ask, for whoever keeps it: as it begins, or after what was typed. Nothing is kept. */
    FillPage tried(Actor actor, UUID survey, FillSaid said) {
        return work.as(actor, Surveys.WRITE, () -> {
            var asking = trying(actor, survey);
            if (said == null) {
                var filled = engine.blank(asking.form(), document(actor), lists(actor, asking));
                return page(actor, asking, filled, Map.of(), List.of(), FillSaid.of(Map.of()));
            }
            var page = turned(actor, asking, said);
            if (!said.go().equals("check")) {
                return page;
            }
            var typing = typing(actor, asking, said);
            var wrong = page.wrong(wrongs(page.filled(), typing));
            return wrong.wrongs().isEmpty() ? page.telling("tried") : atFirstWrong(wrong);
        });
    }

    /** The form as it was filled in, to be changed, in its newest version. */
    FillPage edit(Actor actor, UUID survey, String code) {
        return work.as(actor, FILL, () -> {
            var asking = asking(actor, survey, code);
            var answers = submissions.answers(actor, survey, code);
            return page(actor, asking, fill(actor, asking, SurveySheets.known(asking.form(), answers)), Map.of(), List.of(), FillSaid.of(Map.of()));
        });
    }

    /** What is asked now, after what was typed, on the part that was asked for; nothing is handed in. */
    FillPage reckon(Actor actor, UUID survey, String code, FillSaid said) {
        return work.as(actor, FILL, () -> turned(actor, asking(actor, survey, code), said));
    }

    private FillPage turned(Actor actor, Asking asking, FillSaid said) {
        var typing = typing(actor, asking, said);
        var answers = said.typed().turned(asking.form(), typing.answers());
        Filled filled;
        try {
            filled = fill(actor, asking, answers);
        } catch (TooMuchToReckon | CannotBeReckoned failed) {
            return page(actor, asking, engine.unreckoned(asking.form(), answers, lists(actor, asking)), typing.asTyped(answers), typing.wrongs(), said)
                    .telling("not_reckoned");
        }
        var all = wrongs(filled, typing);
        var page = page(actor, asking, filled, typing.asTyped(filled.answers()), all.stream()
                .filter(wrong -> wrong.kind() != Wrong.Kind.REQUIRED && !said.typed().finds().containsKey(wrong.place())).toList(), said);
        var steps = page.steps("");
        int here = page.number(steps);
        if (said.go().equals("back") && here > 0) {
            return page.at(steps.get(here - 1).begins(), List.of());
        }
        if (said.go().equals("next") && here < steps.size() - 1) {
            var places = new HashSet<>(steps.get(here).places());
            var wrong = all.stream().filter(one -> places.contains(one.place())).toList();
            return wrong.isEmpty() ? page.at(steps.get(here + 1).begins(), List.of()) : page.at(page.step(), wrong);
        }
        return page;
    }

    /** Hands in what was typed; answers where it is to be read. Throws {@link NotTaken} with what keeps it from being taken. */
    String save(Actor actor, UUID survey, String code, FillSaid said, Op op) {
        return work.once(actor, FILL, op, () -> {
            var asking = asking(actor, survey, code);
            var typing = typing(actor, asking, said);
            Filled filled;
            try {
                filled = fill(actor, asking, typing.answers());
            } catch (TooMuchToReckon | CannotBeReckoned failed) {
                throw new NotTaken(page(actor, asking, engine.unreckoned(asking.form(), typing.answers(), lists(actor, asking)), typing.asTyped(typing.answers()),
                        typing.wrongs(), said).telling("not_reckoned"), 422);
            }
            var page = page(actor, asking, filled, typing.asTyped(filled.answers()), wrongs(filled, typing), said);
            if (!said.typed().form().equals(asking.form().hash())) {
                throw new NotTaken(page.telling("old_form"), 409);
            }
            if (asking.sheet() != null && asking.sheet().edit() != op.base()) {
                throw new NotTaken(page.telling("edited_since"), 409);
            }
            if (asking.sheet() == null && !said.paper().isEmpty() && (Code.read(said.paper()) == null || submissions.isTaken(Code.read(said.paper())))) {
                throw new NotTaken(page.paperIs(Code.read(said.paper()) == null ? "wrong" : "taken"), 422);
            }
            if (!page.wrongs().isEmpty()) {
                throw new NotTaken(atFirstWrong(page), 422);
            }
            return handing.in(actor, asking, filled, said, op);
        });
    }

    /** Keeps what was typed, to go on with later. */
    void later(Actor actor, UUID survey, Map<String, List<String>> parameters, FillSaid said) {
        work.as(actor, FILL, () -> {
            asking(actor, survey, null);
            uploads.keepBegun(actor, survey, parameters, said);
        });
    }

    private static FillPage atFirstWrong(FillPage page) {
        for (var wrong : page.wrongs()) {
            for (var step : page.steps("")) {
                if (step.places().contains(wrong.place())) {
                    return page.at(step.begins(), page.wrongs().stream().filter(one -> step.places().contains(one.place())).toList());
                }
            }
        }
        return page;
    }

    static List<Wrong> wrongs(Filled filled, Typing typing) {
        var wrongs = new ArrayList<>(typing.wrongs());
        var said = wrongs.stream().map(Wrong::place).toList();
        filled.wrongs().stream().filter(wrong -> !said.contains(wrong.place())).forEach(wrongs::add);
        return wrongs;
    }

    private Typing typing(Actor actor, Asking asking, FillSaid said) {
        var read = Typing.read(asking.form(), said.typed().known(asking.form()), actor.zone());
        var all = new ArrayList<>(read.wrongs());
        said.refused().forEach((place, sentence) -> all.add(new Wrong(place, Wrong.Kind.SAID, sentence)));
        var typing = new Typing(read.answers(), read.typed(), read.reworded(), all);
        if (said.typed().finds().isEmpty()) {
            return typing;
        }
        try {
            return LongList.chosen(fill(actor, asking, typing.answers()), typing, said.typed().finds());
        } catch (TooMuchToReckon | CannotBeReckoned failed) {
            return typing;
        }
    }

    private Filled fill(Actor actor, Asking asking, Answers answers) {
        return engine.fill(asking.form(), answers, document(actor), lists(actor, asking));
    }

    private ChoiceLists lists(Actor actor, Asking asking) {
        return lists.of(actor, asking.survey().id(), asking.version().number());
    }

    private CaseDocument document(Actor actor) {
        return CaseDocument.at(clock.instant(), actor.zone()).done();
    }

    private Asking asking(Actor actor, UUID id, String code) {
        var survey = surveys.one(id).orElseThrow(Problem::notFound);
        var sheet = code == null ? null : submissions.sheet(actor, id, code);
        if (!(code == null ? survey.state().takes() : survey.state().takesChanges())) {
            throw Problem.notNow();
        }
        var version = surveys.versions(id).getFirst();
        return new Asking(survey, version, forms.version(version.form()), sheet, false);
    }

    /** The draft, or the newest version where none waits. */
    private Asking trying(Actor actor, UUID id) {
        var survey = surveys.one(id).orElseThrow(Problem::notFound);
        var draft = books.draft(actor, id);
        if (draft != null) {
            var form = draft.form();
            return new Asking(survey, new SurveyVersion(id, 0, form.form().version(), form.hash(), "", draft.file(), clock.instant(), actor.person()), form, null, true);
        }
        var version = surveys.versions(id).stream().findFirst().orElseThrow(Problem::notFound);
        return new Asking(survey, version, forms.version(version.form()), null, true);
    }

    private FillPage page(Actor actor, Asking asking, Filled filled, Map<String, String> typed, List<Wrong> wrongs, FillSaid said) {
        var kept = new LinkedHashMap<String, String>();
        filled.each(asked -> {
            if (filled.left().contains(asked.place())) {
                kept.put(asked.place(), asked.value());
            }
        });
        var shown = new Filled(filled.version(), filled.lists(), filled.asked(), filled.answers(), List.of(), filled.wrongs());
        var offices = asking.sheet() == null && !asking.tried() ? handing.offices(actor) : List.<Office>of();
        return new FillPage(asking.survey(), asking.sheet(), shown, typed, wrongs, kept, said.typed().uploads(), said.speak(), said.step(), "",
                offices.size() > 1 ? offices : List.of(), said.office(), said.begun(), said.paper(), "", asking.tried(), said.asked(), files.shown(asking));
    }
}
