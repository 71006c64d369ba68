package org.haki.surveys;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.forms.CannotBeReckoned;
import org.haki.forms.CaseDocument;
import org.haki.forms.ChoiceLists;
import org.haki.forms.FormEngine;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.forms.TooMuchToReckon;
import org.haki.forms.Typing;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.questions.LongList;
import org.haki.questions.ShownFiles;
import org.haki.questions.TypedQuestions;
import org.springframework.stereotype.Service;

/** The form with which an organisation's public page asks, where it has one of its own. What is answered goes the way of every report. */
@Service
public class PublicForms {

    private final Work work;
    private final Audit audit;
    private final Forms forms;
    private final FormEngine engine;
    private final SurveyRepository surveys;
    private final MediaLists lists;
    private final Clock clock;

    PublicForms(Work work, Audit audit, Forms forms, FormEngine engine, SurveyRepository surveys, MediaLists lists, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.forms = forms;
        this.engine = engine;
        this.surveys = surveys;
        this.lists = lists;
        this.clock = clock;
    }

    /** Its questions at this address, after what was typed; nothing where it asks with no form of its own. */
    public Optional<PublicAsking> asked(Actor system, String path, Map<String, List<String>> typed) {
        return work.as(system, Surveys.SEE, () -> {
            audit.showsNothing();
            return newest().map(version -> asked(forms.version(version.form()), lists.of(system, version.survey(), version.number()), files(version, path), system, path, typed));
        });
    }

    /** A file that is seen or heard with its questions; of nothing else than what the public page asks with. */
    public SurveyMedia media(Actor system, String name) {
        return work.as(system, Surveys.SEE, () -> {
            audit.showsNothing();
            return newest().flatMap(version -> surveys.media(version.survey(), version.number(), name)).filter(SurveyMedia::isShown).orElseThrow(Problem::notFound);
        });
    }

    /** The questions of this version at this address, after what was typed. */
    PublicAsking asked(Actor system, SurveyVersion version, String path, Map<String, List<String>> typed) {
        return work.as(system, Surveys.SEE, () -> {
            audit.showsNothing();
            return asked(forms.version(version.form()), lists.of(system, version.survey(), version.number()), files(version, path), system, path, typed);
        });
    }

    private Optional<SurveyVersion> newest() {
        return surveys.all().stream().filter(survey -> survey.use() == Survey.Use.PUBLIC && survey.state() == Survey.State.OPEN).findFirst()
                .map(survey -> surveys.versions(survey.id()).getFirst());
    }

    private ShownFiles files(SurveyVersion version, String path) {
        return !forms.version(version.form()).hasMedia() ? ShownFiles.NONE
                : new ShownFiles(path + "/media", surveys.media(version.survey(), version.number()).stream().map(SurveyMedia::name).collect(Collectors.toSet()));
    }

    private PublicAsking asked(FormVersion form, ChoiceLists all, ShownFiles files, Actor system, String path, Map<String, List<String>> fields) {
        var document = CaseDocument.at(clock.instant(), system.zone()).done();
        var typed = TypedQuestions.of(fields);
        var typing = Typing.read(form, typed.known(form), system.zone());
        try {
            if (fields.isEmpty()) {
                return new PublicAsking(engine.blank(form, document, all), Map.of(), List.of(), path, files);
            }
            if (!typed.finds().isEmpty()) {
                typing = LongList.chosen(engine.fill(form, typing.answers(), document, all), typing, typed.finds());
            }
            var filled = engine.fill(form, typed.turned(form, typing.answers()), document, all);
            var wrongs = new ArrayList<>(typing.wrongs());
            var read = typing;
            filled.wrongs().stream().filter(wrong -> !read.typed().containsKey(wrong.place())).forEach(wrongs::add);
            return new PublicAsking(filled, typing.asTyped(filled.answers()), wrongs, path, files);
        } catch (CannotBeReckoned | TooMuchToReckon fails) {
            return new PublicAsking(engine.unreckoned(form, typing.answers(), all), typing.asTyped(typing.answers()), typing.wrongs(), path, files);
        }
    }
}
