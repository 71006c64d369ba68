package org.haki.surveys;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.haki.files.Film;
import org.haki.files.NotAPicture;
import org.haki.files.Picture;
import org.haki.forms.Answers;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What waits between two pages of a form: files that were chosen, and what somebody began and goes on with later. Each her own, sealed. */
@Service
class SurveyUploads {

    private static final String FILE = "survey.upload";
    private static final String BEGUN = "survey.begun";
    private static final Duration FORGOTTEN = Duration.ofDays(30);
    private static final Duration FORGOTTEN_BEGUN = Duration.ofDays(90);
    private static final int LONGEST = 4_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, List<String>>> FIELDS = new TypeReference<>() {};

    /** A file as it was chosen on the page. */
    record Chosen(String place, String name, String mediaType, byte[] content) {}

    private final Work work;
    private final Vault vault;
    private final BegunRepository begun;
    private final Clock clock;

    SurveyUploads(Work work, Vault vault, BegunRepository begun, Clock clock) {
        this.work = work;
        this.vault = vault;
        this.begun = begun;
        this.clock = clock;
    }

    /** Keeps files that were chosen, under names that tell nothing; pictures without what a camera writes beside them. */
    FillSaid keep(Actor actor, FillSaid said, List<Chosen> chosen) {
        return work.as(actor, SurveySubmissions.FILL, () -> {
            var typed = said.typed();
            var refused = new LinkedHashMap<String, String>();
            for (var file : chosen) {
                byte[] clean;
                try {
                    clean = cleaned(file);
                } catch (NotAPicture unreadable) {
                    refused.put(file.place(), unreadable.wrong());
                    continue;
                }
                var id = Id.next();
                var name = clock.instant().toEpochMilli() + "-" + id.toString().substring(32) + ending(file.name());
                var sealed = vault.sealForOrganisation(actor.org(), id, FILE, clean);
                begun.keep(new BegunRepository.Upload(id, name, file.mediaType(), sealed, clock.instant()));
                typed = typed.with(file.place(), name, id.toString());
            }
            return said.with(typed, refused);
        });
    }

    /** A picture is one that we can clean, or is not kept: what a camera writes about place would go along. */
    private static byte[] cleaned(Chosen file) {
        return file.mediaType().startsWith("image/") || Picture.isOne(file.content()) ? Picture.of("", file.content()).bytes() : Film.cleaned(file.content());
    }

    private static String ending(String name) {
        var ending = name.toLowerCase(Locale.ROOT).replaceFirst("(?s).*?(\\.[a-z0-9]{1,5})?$", "$1");
        return ending == null ? "" : ending;
    }

    /** The files that these answers name and that were chosen on pages before. */
    List<ReceivedInstance.ReceivedFile> files(Actor actor, Answers answers, Map<String, String> chosen) {
        var files = new ArrayList<ReceivedInstance.ReceivedFile>();
        chosen.forEach((place, id) -> {
            var upload = begun.upload(Id.of(id)).orElse(null);
            if (upload != null && upload.name().equals(answers.value(place))) {
                files.add(new ReceivedInstance.ReceivedFile(upload.name(), upload.mediaType(),
                        vault.openForOrganisation(actor.org(), upload.id(), FILE, upload.sealed())));
            }
        });
        return files;
    }

    /** It was handed in: nothing waits any more. */
    void end(Actor actor, FillSaid said) {
        begun.forget(clock.instant().minus(FORGOTTEN_BEGUN));
        said.typed().uploads().values().forEach(id -> begun.endUploads(Id.of(id), clock.instant().minus(FORGOTTEN)));
        if (said.begun() != null) {
            begun.end(said.begun());
        }
    }

    void keepBegun(Actor actor, UUID survey, Map<String, List<String>> parameters, FillSaid said) {
        begun.forget(clock.instant().minus(FORGOTTEN_BEGUN));
        var fields = new LinkedHashMap<>(parameters);
        List.of("_csrf", "op", "base", "_page", "go", "begun").forEach(fields::remove);
        var json = JSON.writeValueAsBytes(fields);
        if (json.length > LONGEST) {
            throw new Problem(Problem.Kind.TOO_MUCH);
        }
        var id = said.begun() == null || begun.one(survey, said.begun()).isEmpty() ? Id.next() : said.begun();
        begun.keep(new BegunRepository.Row(id, survey, vault.sealForOrganisation(actor.org(), id, BEGUN, json), clock.instant()));
    }

    /** What she began of this form, the newest first. */
    List<BegunRepository.Row> of(Actor actor, UUID survey) {
        return work.as(actor, Surveys.SEE, () -> begun.of(survey));
    }

    /** What was typed when this was kept. */
    FillSaid begun(Actor actor, UUID survey, UUID id) {
        var row = begun.one(survey, id).orElseThrow(Problem::notFound);
        var fields = JSON.readValue(vault.openForOrganisation(actor.org(), id, BEGUN, row.sealed()), FIELDS);
        fields.put("begun", List.of(id.toString()));
        return FillSaid.of(fields);
    }

    /** Throws away what she began. */
    void discard(Actor actor, UUID survey, UUID id) {
        work.as(actor, SurveySubmissions.FILL, () -> {
            begun.one(survey, id).orElseThrow(Problem::notFound);
            begun.end(id);
        });
    }
}
