package org.haki.devices;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.surveys.Survey;
import org.haki.surveys.SurveyMedia;
import org.haki.surveys.SurveyVersion;
import org.haki.surveys.Surveys;
import org.springframework.stereotype.Service;

/** The organisation's forms as a device fetches them: the open ones in a list, and any published version by its number. */
@Service
class DeviceForms {

    static final String SEE = "form.see";
    private static final String FILL = "form.fill";

    /** A form in the list of a device. */
    record Form(Survey survey, SurveyVersion version, boolean bringsFiles) {}

    private final Work work;
    private final Surveys surveys;
    private final DeviceRepository devices;
    private final Clock clock;

    DeviceForms(Work work, Surveys surveys, DeviceRepository devices, Clock clock) {
        this.work = work;
        this.surveys = surveys;
        this.devices = devices;
        this.clock = clock;
    }

    /** The open forms; none for a person who may not fill them in. */
    List<Form> offered(AtDevice at, String agent) {
        if (!at.actor().may(SEE) || !at.actor().may(FILL)) {
            return List.of();
        }
        return work.as(at.actor(), SEE, () -> {
            devices.seen(at.id(), Devices.brief(agent), clock.instant());
            var bringing = surveys.bringing(at.actor());
            return surveys.offered(at.actor()).stream()
                    .map(form -> new Form(form.survey(), form.version(), bringing.contains(form.survey().id())))
                    .toList();
        });
    }

    byte[] xform(AtDevice at, UUID survey, int number) {
        return work.as(at.actor(), SEE, () -> surveys.xform(at.actor(), version(at, survey, number)));
    }

    List<SurveyMedia> media(AtDevice at, UUID survey, int number) {
        return work.as(at.actor(), SEE, () -> surveys.media(at.actor(), version(at, survey, number)));
    }

    SurveyMedia media(AtDevice at, UUID survey, int number, String name) {
        return work.as(at.actor(), SEE, () -> surveys.media(at.actor(), version(at, survey, number), name));
    }

    /** Old versions stay, so that what was begun can be ended; those of a form that was withdrawn do not. */
    private SurveyVersion version(AtDevice at, UUID survey, int number) {
        if (!at.actor().may(FILL)) {
            throw Problem.notYours();
        }
        if (surveys.one(at.actor(), survey).state() == Survey.State.WITHDRAWN) {
            throw Problem.notFound();
        }
        return surveys.version(at.actor(), survey, number);
    }
}
