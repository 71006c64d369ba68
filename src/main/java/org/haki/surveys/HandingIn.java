package org.haki.surveys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.forms.Answers;
import org.haki.forms.Filled;
import org.haki.forms.FormVersion;
import org.haki.forms.Instance;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hands in what was filled in on a page, as a device would hand it in; inside {@code work.once}. */
@Component
class HandingIn {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private final SurveySubmissions submissions;
    private final SurveyUploads uploads;
    private final SurveyClosings closings;
    private final Organisations organisations;
    private final SurveyEntities things;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandingIn(SurveySubmissions submissions, SurveyUploads uploads, SurveyClosings closings, Organisations organisations, SurveyEntities things,
            ApplicationEventPublisher events, Clock clock) {
        this.submissions = submissions;
        this.uploads = uploads;
        this.closings = closings;
        this.organisations = organisations;
        this.things = things;
        this.events = events;
        this.clock = clock;
    }

    /** Hands it in; answers where it is to be read. */
    String in(Actor actor, Asking asking, Filled filled, FillSaid said, Op op) {
        var meta = new LinkedHashMap<String, String>();
        meta.put("instanceID", "uuid:" + op.id());
        if (asking.sheet() != null) {
            meta.put("deprecatedID", submissions.instanceOf(asking.sheet()));
        }
        var answers = ended(actor, asking.form(), filled.answers());
        var xml = Instance.write(asking.form(), answers, meta, things.said(actor, asking.form(), answers, filled.lists())).getBytes(StandardCharsets.UTF_8);
        var office = asking.sheet() != null ? asking.sheet().office() : office(actor, said);
        var receipt = submissions.receive(actor, new ReceivedInstance(asking.version(), office, xml, uploads.files(actor, filled.answers(), said.typed().uploads()),
                said.paper().isEmpty() ? "page" : "paper", "", clock.instant(), asking.sheet() != null ? null : Code.read(said.paper())), op);
        if (receipt.sheet() == null) {
            throw receipt.outcome() == Receipt.Outcome.EDITED_SINCE ? Problem.stale() : Problem.notNow();
        }
        if (!said.asked().isEmpty()) {
            closings.answered(said.asked());
        }
        if (asking.sheet() != null) {
            events.publishEvent(new SheetCorrected(receipt.sheet(), filled.answers().values().keySet()));
        }
        uploads.end(actor, said);
        return actor.may(SurveySubmissions.READ) ? "/forms/" + asking.survey().id() + "/sheets/" + receipt.code() : asking.survey().fillPath();
    }

    /** Where the form asks when it was ended, that is now. */
    Answers ended(Actor actor, FormVersion form, Answers answers) {
        var ended = answers;
        for (var field : form.form().fields()) {
            if ("timestamp".equals(field.bind().get("jr:preload")) && "end".equals(field.bind().get("jr:preloadParams")) && field.repeat() == null) {
                ended = ended.with(form.question(field), MOMENT.format(OffsetDateTime.ofInstant(clock.instant(), actor.zone()).truncatedTo(ChronoUnit.SECONDS)));
            }
        }
        return ended;
    }

    /** In which offices the actor fills in forms. */
    List<Office> offices(Actor actor) {
        var allowed = actor.officesFor(SurveySubmissions.FILL);
        return organisations.offices(actor).stream().filter(office -> allowed.contains(office.id())).toList();
    }

    private UUID office(Actor actor, FillSaid said) {
        var offices = offices(actor);
        return offices.stream().map(Office::id).filter(id -> id.equals(said.office())).findFirst().orElseGet(() -> offices.getFirst().id());
    }
}
