package org.haki.surveys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.files.NotAPicture;
import org.haki.files.Picture;
import org.haki.forms.FormVersion;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.lists.InstallationLists;
import org.haki.questions.ShownFiles;
import org.springframework.stereotype.Service;

/** The files that a form names: uploaded beside it, gone along with its next version, served to phones with that. */
@Service
class SurveyFiles {

    private static final String FIELD = "file";
    private static final int LARGEST = 10 * 1024 * 1024;

    private final Work work;
    private final Audit audit;
    private final SurveyRepository surveys;
    private final SurveyBooks books;
    private final InstallationLists lists;
    private final PhoneCaseRepository cases;
    private final SurveyEntities things;

    SurveyFiles(Work work, Audit audit, SurveyRepository surveys, SurveyBooks books, InstallationLists lists, PhoneCaseRepository cases,
            SurveyEntities things) {
        this.work = work;
        this.audit = audit;
        this.surveys = surveys;
        this.books = books;
        this.lists = lists;
        this.cases = cases;
        this.things = things;
    }

    /** The files that the draft names, or the newest version where none waits. */
    List<NamedFile> of(Actor actor, UUID survey) {
        var form = form(actor, survey);
        return form == null ? List.of() : work.as(actor, Surveys.WRITE, () -> {
            var waiting = names(survey, 0);
            var newest = surveys.versions(survey).stream().findFirst().map(version -> names(survey, version.number())).orElse(Set.of());
            var kept = things.names(actor);
            var ours = lists.of(actor).byName();
            return NamedFile.of(form).stream().map(name -> new NamedFile(name, waiting.contains(name) ? NamedFile.State.WAITS
                    : newest.contains(name) ? NamedFile.State.THERE
                    : name.equals(PhoneCases.FILE) && cases.shows(survey).isPresent() ? NamedFile.State.CASES
                    : kept.contains(NamedFile.list(name)) ? NamedFile.State.KEPT
                    : ours.apply(NamedFile.list(name)).isEmpty() ? NamedFile.State.MISSING : NamedFile.State.OURS)).toList();
        });
    }

    /** What is wrong with a file that was uploaded; where nothing is, it waits for the next version. */
    Errors keep(Actor actor, UUID survey, String name, byte[] content, Op op) {
        var form = form(actor, survey);
        var named = form == null ? List.<String>of() : NamedFile.of(form);
        if (!named.contains(name)) {
            return new Errors().add(FIELD, "SurveyFiles.unnamed", name, String.join(", ", named));
        }
        if (content.length == 0 || content.length > LARGEST) {
            return new Errors().add(FIELD, "SurveyFiles.size");
        }
        byte[] clean;
        try {
            clean = clean(name, content);
        } catch (NotAPicture | UncheckedIOException unreadable) {
            return new Errors().add(FIELD, "SurveyFiles.unreadable", name);
        }
        work.once(actor, Surveys.WRITE, op, () -> {
            surveys.one(survey).orElseThrow(Problem::notFound);
            surveys.insertMedia(survey, 0, new SurveyMedia(name, NamedFile.mediaType(name), SurveyBooks.md5(clean), clean));
            audit.note("form.file_added", survey, "");
            return "";
        });
        return new Errors();
    }

    /** A picture without what a camera writes beside it; a list that can be read; anything else as it is. */
    private static byte[] clean(String name, byte[] content) {
        var type = NamedFile.mediaType(name);
        if (type.equals("image/jpeg") || type.equals("image/png")) {
            return Picture.of(type, content).bytes();
        }
        if (type.equals("text/csv") && MediaLists.options(content).isEmpty()) {
            throw new UncheckedIOException(new IOException("no choices"));
        }
        return content;
    }

    /** Takes a file away that waits for the next version. */
    void end(Actor actor, UUID survey, String name, Op op) {
        work.once(actor, Surveys.WRITE, op, () -> {
            surveys.one(survey).orElseThrow(Problem::notFound);
            if (surveys.endMedia(survey, name) == 0) {
                throw Problem.notFound();
            }
            audit.note("form.file_ended", survey, "");
            return "";
        });
    }

    /** The files that are seen and heard with a form that somebody fills in or tries; inside {@code work.as}. */
    ShownFiles shown(Asking asking) {
        var survey = asking.survey();
        return !asking.form().hasMedia() ? ShownFiles.NONE : new ShownFiles(asking.tried() ? survey.path() + "/media" : survey.fillPath() + "/media/" + asking.version().number(),
                names(survey.id(), asking.version().number()));
    }

    /** One of them, where the form is tried: the draft's, or the newest version's where none waits. */
    SurveyMedia tried(Actor actor, UUID survey, String name) {
        boolean waits = books.draft(actor, survey) != null;
        return work.as(actor, Surveys.WRITE, () -> {
            int number = waits ? 0 : surveys.versions(survey).stream().findFirst().map(SurveyVersion::number).orElse(0);
            return surveys.media(survey, number, name).filter(SurveyMedia::isShown).orElseThrow(Problem::notFound);
        });
    }

    private Set<String> names(UUID survey, int number) {
        return surveys.media(survey, number).stream().map(SurveyMedia::name).collect(Collectors.toSet());
    }

    private FormVersion form(Actor actor, UUID survey) {
        var draft = books.draft(actor, survey);
        return draft == null ? books.asked(actor, survey) : draft.form();
    }
}
