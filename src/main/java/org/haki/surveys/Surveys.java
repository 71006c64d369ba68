package org.haki.surveys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.audit.Audit;
import org.haki.forms.Forms;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/**
 * The forms of an organisation: which there are, in which versions, and whether they take what is filled in. Whoever serves them
 * to devices asks {@link #offered} for the list, {@link #xform} and {@link #media} for the files; what comes back goes to
 * {@link SurveySubmissions#receive}.
 */
@Service
public class Surveys {

    static final String SEE = "form.see";
    static final String WRITE = "form.write";

    /** A form that is offered, in its newest version. */
    public record Offered(Survey survey, SurveyVersion version) {}

    private final Work work;
    private final Audit audit;
    private final Forms forms;
    private final SurveyRepository surveys;
    private final PhoneCaseRepository phones;
    private final SurveyEntities things;
    private final Clock clock;

    Surveys(Work work, Audit audit, Forms forms, SurveyRepository surveys, PhoneCaseRepository phones, SurveyEntities things, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.forms = forms;
        this.surveys = surveys;
        this.phones = phones;
        this.things = things;
        this.clock = clock;
    }

    /** Every form but those that were withdrawn or never published, by title. */
    public List<Survey> published(Actor actor) {
        return work.as(actor, SEE, () -> surveys.all().stream()
                .filter(survey -> survey.state() != Survey.State.DRAFT && survey.state() != Survey.State.WITHDRAWN)
                .toList());
    }

    /** Every open form with its newest version, by title. */
    public List<Offered> offered(Actor actor) {
        return work.as(actor, SEE, () -> {
            Map<UUID, SurveyVersion> newest = surveys.newest().stream().collect(Collectors.toMap(SurveyVersion::survey, Function.identity()));
            return surveys.all().stream()
                    .filter(survey -> survey.state() == Survey.State.OPEN)
                    .map(survey -> new Offered(survey, newest.get(survey.id())))
                    .toList();
        });
    }

    /** The forms whose newest version brings files or lists along. */
    public Set<UUID> bringing(Actor actor) {
        return work.as(actor, SEE, () -> {
            var lists = things.names(actor).stream().map(name -> name + ".csv").collect(Collectors.toSet());
            var asking = lists.isEmpty() ? Stream.<UUID>empty() : surveys.newest().stream()
                    .filter(version -> NamedFile.of(forms.version(version.form())).stream().anyMatch(lists::contains)).map(SurveyVersion::survey);
            return Stream.of(surveys.bringing().stream(), phones.bringing().stream(), asking).flatMap(some -> some).collect(Collectors.toSet());
        });
    }

    /** The form with this id of ours; what is not there, or not this organisation's, is not found. */
    public Survey one(Actor actor, UUID id) {
        return work.as(actor, SEE, () -> surveys.one(id).orElseThrow(Problem::notFound));
    }

    /** The form that its workbooks call so. */
    public Optional<Survey> named(Actor actor, String formId) {
        return work.as(actor, SEE, () -> surveys.named(formId));
    }

    /** The versions of a form, the newest first. */
    public List<SurveyVersion> versions(Actor actor, UUID survey) {
        return work.as(actor, SEE, () -> surveys.versions(survey));
    }

    /** The version of this number; what was never published is not found. */
    public SurveyVersion version(Actor actor, UUID survey, int number) {
        return versions(actor, survey).stream().filter(version -> version.number() == number).findFirst().orElseThrow(Problem::notFound);
    }

    /** The XForm of a version: the bytes of which {@link SurveyVersion#xformMd5} is the sum. */
    public byte[] xform(Actor actor, SurveyVersion version) {
        return work.as(actor, SEE, () -> forms.version(version.form()).xform().getBytes(StandardCharsets.UTF_8));
    }

    /** What files a version brings along, without their content. */
    public List<SurveyMedia> media(Actor actor, SurveyVersion version) {
        return work.as(actor, SEE, () -> surveys.media(version.survey(), version.number()));
    }

    /** One file that a version brings along, with its content. */
    public SurveyMedia media(Actor actor, SurveyVersion version, String name) {
        return work.as(actor, SEE, () -> surveys.media(version.survey(), version.number(), name).orElseThrow(Problem::notFound));
    }

    /** Every form, for whoever keeps them. */
    List<Survey> all(Actor actor) {
        return work.as(actor, WRITE, surveys::all);
    }

    /** Takes, no longer offers, closes or withdraws a form, over the version that was looked at. */
    void turn(Actor actor, UUID id, Survey.State to, Op op) {
        work.once(actor, WRITE, op, () -> {
            var survey = one(actor, id);
            if (!survey.state().next().contains(to)) {
                throw Problem.notNow();
            }
            if (surveys.change(id, op.base(), survey.title(), to, actor.person(), clock.instant()) == 0) {
                throw Problem.stale();
            }
            audit.note("form." + to.key(), id, "");
            return "";
        });
    }
}
