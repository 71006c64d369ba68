package org.haki.surveys;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** The lists that forms ask for by the name of a file and that each phone gets as its own: what its person may see now, and no more. */
@Service
public class PhoneLists {

    private final Work work;
    private final Forms forms;
    private final SurveyRepository surveys;
    private final PhoneCases cases;
    private final SurveyEntities things;

    PhoneLists(Work work, Forms forms, SurveyRepository surveys, PhoneCases cases, SurveyEntities things) {
        this.work = work;
        this.forms = forms;
        this.surveys = surveys;
        this.cases = cases;
        this.things = things;
    }

    /** The lists of this version, as this phone gets them now. */
    public List<PhoneList> of(Actor actor, UUID device, SurveyVersion version, String language) {
        return work.as(actor, Surveys.SEE, () -> names(version).stream().map(name -> list(actor, device, version, name, language)).filter(Objects::nonNull).toList());
    }

    /** The list of this name, where this version brings one. */
    public Optional<PhoneList> named(Actor actor, UUID device, SurveyVersion version, String name, String language) {
        return work.as(actor, Surveys.SEE, () -> Optional.ofNullable(names(version).contains(name) ? list(actor, device, version, name, language) : null));
    }

    /** The names of the lists that this version asks for and does not bring along as files of its own. */
    private Set<String> names(SurveyVersion version) {
        var files = surveys.media(version.survey(), version.number()).stream().map(SurveyMedia::name).collect(Collectors.toSet());
        return NamedFile.of(forms.version(version.form())).stream().filter(name -> name.endsWith(".csv") && !files.contains(name)).collect(Collectors.toSet());
    }

    private PhoneList list(Actor actor, UUID device, SurveyVersion version, String name, String language) {
        if (!name.equals(PhoneCases.FILE)) {
            var list = things.among(actor, Set.of(NamedFile.list(name))).values().stream().findFirst();
            return list.map(one -> PhoneList.of(name, true, things.csv(actor, one))).orElse(null);
        }
        var survey = surveys.one(version.survey()).orElseThrow();
        return cases.shows(survey).map(shows -> PhoneList.of(name, keepsBook(forms.version(version.form()), PhoneCases.LIST), cases.of(actor, device, shows, language)))
                .orElse(null);
    }

    /** Whether the form makes or changes things of this list, so that a phone keeps book of them. */
    static boolean keepsBook(FormVersion form, String list) {
        return form.xform().matches("(?s).*<entity\\b[^>]*\\bdataset=\"" + list + "\".*");
    }
}
