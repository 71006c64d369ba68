package org.haki.devices;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.audit.Audit;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.surveys.PhoneList;
import org.haki.surveys.PhoneLists;
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

    /** A file of a form; {@code entities} for a list of things of which the device keeps book. */
    record File(String name, String mediaType, String md5, byte[] content, boolean entities) {

        private static File of(SurveyMedia media) {
            return new File(media.name(), media.mediaType(), media.md5(), media.content(), false);
        }

        private static File of(PhoneList list) {
            return new File(list.name(), "text/csv; charset=utf-8", list.md5(), list.content(), list.entities());
        }

        /** Whether somebody who has this ({@code If-None-Match}) has it. */
        boolean isKnown(String tags) {
            return tags != null && tags.contains('"' + md5 + '"');
        }
    }

    /** A form in the list of a device. */
    record Form(Survey survey, SurveyVersion version, boolean bringsFiles) {}

    private final Work work;
    private final Audit audit;
    private final Surveys surveys;
    private final PhoneLists lists;
    private final LastHeard heard;

    DeviceForms(Work work, Audit audit, Surveys surveys, PhoneLists lists, LastHeard heard) {
        this.work = work;
        this.audit = audit;
        this.surveys = surveys;
        this.lists = lists;
        this.heard = heard;
    }

    /** The open forms; none for a person who may not fill them in. */
    List<Form> offered(AtDevice at, String agent) {
        if (!at.actor().may(SEE) || !at.actor().may(FILL)) {
            return List.of();
        }
        return work.as(at.actor(), SEE, () -> {
            heard.of(at.id(), Devices.brief(agent));
            var bringing = surveys.bringing(at.actor());
            return surveys.offered(at.actor()).stream()
                    .map(form -> new Form(form.survey(), form.version(), bringing.contains(form.survey().id())))
                    .toList();
        });
    }

    byte[] xform(AtDevice at, UUID survey, int number) {
        return work.as(at.actor(), SEE, () -> surveys.xform(at.actor(), version(at, survey, number)));
    }

    /** The files of a form, without what is in them; a look at what a list would hold shows nobody anything. */
    List<File> files(AtDevice at, UUID survey, int number) {
        return work.as(at.actor(), SEE, () -> {
            var version = version(at, survey, number);
            var own = lists.of(at.actor(), at.id(), version, at.language());
            if (!own.isEmpty()) {
                audit.showsOnly(List.of());
            }
            return Stream.concat(surveys.media(at.actor(), version).stream().map(File::of), own.stream().map(File::of)).toList();
        });
    }

    /** One file; of a list that the device has already, as these tags say, the trail says nothing. */
    File file(AtDevice at, UUID survey, int number, String name, String tags) {
        return work.as(at.actor(), SEE, () -> {
            var version = version(at, survey, number);
            var own = lists.named(at.actor(), at.id(), version, name, at.language()).map(File::of).orElse(null);
            if (own == null) {
                return File.of(surveys.media(at.actor(), version, name));
            }
            if (own.isKnown(tags)) {
                audit.showsOnly(List.of());
            } else {
                audit.note("phone.list", at.id(), name);
            }
            return own;
        });
    }

    /** Of these ids those that stand in this list of the device now. */
    Set<UUID> there(AtDevice at, UUID survey, int number, String name, Set<UUID> ids) {
        return work.as(at.actor(), SEE, () -> {
            var own = lists.named(at.actor(), at.id(), version(at, survey, number), name, at.language()).orElseThrow(Problem::notFound);
            audit.showsOnly(List.of());
            return ids.stream().filter(own.ids()::contains).collect(Collectors.toSet());
        });
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
