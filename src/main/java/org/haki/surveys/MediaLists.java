package org.haki.surveys;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.haki.forms.ChoiceLists;
import org.haki.forms.Forms;
import org.haki.kernel.Actor;
import org.haki.lists.InstallationLists;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Component;

/** The lists that a form asks for by the name of a file: those that its version brings along, the actor's own cases, those that forms keep, else those that Haki has. Each is read once. */
@Component
class MediaLists {

    private static final int MOST_READ = 16;

    private final SurveyRepository surveys;
    private final InstallationLists installation;
    private final PhoneCases cases;
    private final SurveyEntities things;
    private final Forms forms;
    private final Map<String, List<Form.Option>> read = new LinkedHashMap<>(MOST_READ, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Form.Option>> eldest) {
            return size() > MOST_READ;
        }
    };

    MediaLists(SurveyRepository surveys, InstallationLists installation, PhoneCases cases, SurveyEntities things, Forms forms) {
        this.surveys = surveys;
        this.installation = installation;
        this.cases = cases;
        this.things = things;
        this.forms = forms;
    }

    /** The lists of this version, or of the draft where the number is 0; inside {@code work.as}. */
    ChoiceLists of(Actor actor, UUID survey, int number) {
        var files = new LinkedHashMap<String, SurveyMedia>();
        surveys.media(survey, number).stream().filter(media -> media.name().endsWith(".csv"))
                .forEach(media -> files.put(media.name().substring(0, media.name().length() - ".csv".length()), media));
        var own = actor.may("list.see") ? installation.of(actor) : ChoiceLists.NONE;
        var ofCases = files.containsKey(PhoneCases.LIST) ? List.<Form.Option>of() : cases(actor, survey);
        var kept = kept(actor, survey, number, files.keySet());
        return new ChoiceLists(name -> files.containsKey(name) ? list(survey, number, files.get(name))
                : name.equals(PhoneCases.LIST) ? ofCases : kept.containsKey(name) ? kept.get(name) : own.byName().apply(name),
                name -> files.containsKey(name) ? List.of() : own.formerByName().apply(name));
    }

    /** The lists that forms keep, of those for which this version asks. */
    private Map<String, List<Form.Option>> kept(Actor actor, UUID survey, int number, Set<String> files) {
        var asked = surveys.versions(survey).stream().filter(version -> version.number() == number)
                .flatMap(version -> NamedFile.of(forms.version(version.form())).stream()).filter(name -> name.endsWith(".csv")).map(NamedFile::list)
                .filter(name -> !files.contains(name) && !name.equals(PhoneCases.LIST)).collect(Collectors.toSet());
        var kept = new LinkedHashMap<String, List<Form.Option>>();
        things.among(actor, asked).forEach((name, list) -> kept.put(name, things.choices(actor, list)));
        return kept;
    }

    private List<Form.Option> cases(Actor actor, UUID survey) {
        return surveys.one(survey).flatMap(cases::shows).map(shows -> cases.choices(actor, shows)).orElse(List.of());
    }

    private List<Form.Option> list(UUID survey, int number, SurveyMedia media) {
        synchronized (read) {
            return read.computeIfAbsent(media.md5(), _ -> options(surveys.media(survey, number, media.name()).orElseThrow().content()));
        }
    }

    /** The choices of a CSV file with the columns name and label, and whatever else filters look at. */
    static List<Form.Option> options(byte[] csv) {
        var text = new String(csv, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
        try (var lines = CSVFormat.RFC4180.withFirstRecordAsHeader().withIgnoreEmptyLines().parse(new StringReader(text))) {
            var options = new ArrayList<Form.Option>();
            for (var line : lines) {
                var columns = new LinkedHashMap<>(line.toMap());
                var name = columns.remove("name");
                var label = columns.remove("label");
                if (name != null && !name.isBlank()) {
                    options.add(new Form.Option(0, name.strip(), Map.of("", label == null ? name : label), Map.of(), columns));
                }
            }
            return List.copyOf(options);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UncheckedIOException(new IOException(unreadable));
        }
    }
}
