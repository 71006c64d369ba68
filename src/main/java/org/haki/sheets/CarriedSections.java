package org.haki.sheets;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haki.cases.CaseConditions;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.SeenCase;
import org.haki.cases.SheetForms;
import org.haki.cases.UpgradeLine;
import org.haki.cases.UpgradePart;
import org.haki.cases.Upgrading;
import org.haki.forms.Answers;
import org.haki.forms.CannotBeReckoned;
import org.haki.forms.FormEngine;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.forms.SaveSection;
import org.haki.forms.SavedSection;
import org.haki.forms.SectionOf;
import org.haki.forms.Submissions;
import org.haki.forms.TooMuchToReckon;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.lists.InstallationLists;
import org.haki.people.Persons;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The sheet of a case that is brought to a newer version of its type. What was saved is never changed: each section is saved once
 * more under the names of the newer version, and what is reckoned is reckoned anew.
 */
@Component
@Order(1)
class CarriedSections implements UpgradePart {

    private final CaseTypes types;
    private final CaseConditions conditions;
    private final SheetForms sheets;
    private final Forms forms;
    private final FormEngine engine;
    private final Submissions submissions;
    private final InstallationLists lists;
    private final Persons persons;
    private final Clock clock;

    CarriedSections(CaseTypes types, CaseConditions conditions, SheetForms sheets, Forms forms, FormEngine engine, Submissions submissions,
            InstallationLists lists, Persons persons, Clock clock) {
        this.types = types;
        this.conditions = conditions;
        this.sheets = sheets;
        this.forms = forms;
        this.engine = engine;
        this.submissions = submissions;
        this.lists = lists;
        this.persons = persons;
        this.clock = clock;
    }

    /** The sections in one order, so that two who wait for each other do not wait for ever. */
    @Override
    public void lock(Actor actor, Upgrading upgrading) {
        all(upgrading).stream().sorted().forEach(section -> submissions.lock(actor, new SectionOf(upgrading.before().id(), null, null, section)));
    }

    @Override
    public List<UpgradeLine> foresee(Actor actor, Upgrading upgrading) {
        return carried(upgrading, saved(actor, upgrading)).lines();
    }

    @Override
    public void bring(Actor actor, Upgrading upgrading, Op op) {
        var file = upgrading.after();
        var saved = saved(actor, upgrading);
        var carried = carried(upgrading, saved);
        var into = forms(upgrading.to());
        boolean coded = AnswersRebuilt.isCoded(types, file);
        var answers = reckoned(actor, file, into, carried);
        for (var section : all(upgrading)) {
            var now = saved.getOrDefault(section, SavedSection.NONE);
            var form = into.getOrDefault(section, now.isSaved() ? forms.version(now.form()) : null);
            var next = answers.getOrDefault(section, Answers.NONE);
            boolean same = now.isSaved() ? now.form().equals(form.hash()) && now.answers().equals(next) : next.isEmpty();
            if (!same) {
                submissions.save(actor, of(actor, file, section),
                        new SaveSection(form, now.version(), next, null, coded, Submissions.CARRIED, clock.instant(), op.id()));
            }
        }
    }

    private CarriedAnswers carried(Upgrading upgrading, Map<String, SavedSection> saved) {
        var stood = new LinkedHashMap<String, CarriedAnswers.Stood>();
        forms(upgrading.from()).forEach((section, form) -> {
            var one = saved.get(section);
            stood.put(section, one == null ? new CarriedAnswers.Stood(form, Answers.NONE)
                    : new CarriedAnswers.Stood(forms.version(one.form()), one.answers()));
        });
        return CarriedAnswers.of(stood, forms(upgrading.to()), upgrading.names());
    }

    /** Every section that was saved, with the answers that belong to people. */
    private Map<String, SavedSection> saved(Actor actor, Upgrading upgrading) {
        var saved = new LinkedHashMap<String, SavedSection>();
        for (var section : all(upgrading)) {
            var one = submissions.now(actor, of(actor, upgrading.before(), section));
            if (one.isSaved()) {
                saved.put(section, one);
            }
        }
        return saved;
    }

    /** In the order of the type, so that a section may look at those before it; what cannot be reckoned now is when it is next saved. */
    private Map<String, Answers> reckoned(Actor actor, CaseFile file, Map<String, FormVersion> into, CarriedAnswers carried) {
        var seen = conditions.see(actor, file);
        for (var section : into.entrySet()) {
            seen = seen.with(section.getKey(), section.getValue().nodes(carried.answers(section.getKey())));
        }
        var all = new LinkedHashMap<String, Answers>();
        for (var section : into.entrySet()) {
            var answers = carried.answers(section.getKey());
            if (!answers.isEmpty()) {
                answers = reckoned(actor, section.getValue(), answers, seen);
                seen = seen.with(section.getKey(), section.getValue().nodes(answers));
                all.put(section.getKey(), answers);
            }
        }
        return all;
    }

    /** Nothing that was answered is left out here, also where it is not asked any more: a person sees that first. */
    private Answers reckoned(Actor actor, FormVersion form, Answers answers, SeenCase seen) {
        try {
            var values = new LinkedHashMap<>(answers.values());
            engine.fill(form, answers, seen.document(), lists.of(actor)).answers().values().forEach((place, value) -> {
                var field = form.field(place);
                if (field != null && field.bind().containsKey("calculate")) {
                    values.put(place, value);
                }
            });
            return new Answers(values, answers.rows());
        } catch (TooMuchToReckon | CannotBeReckoned later) {
            return answers;
        }
    }

    private Map<String, FormVersion> forms(CaseType type) {
        var all = new LinkedHashMap<String, FormVersion>();
        type.sections().forEach(section -> all.put(section.key(), sheets.of(type, section.key())));
        return all;
    }

    private static Set<String> all(Upgrading upgrading) {
        var all = new LinkedHashSet<String>();
        upgrading.from().sections().forEach(section -> all.add(section.key()));
        upgrading.to().sections().forEach(section -> all.add(section.key()));
        return all;
    }

    private SectionOf of(Actor actor, CaseFile file, String section) {
        return new SectionOf(file.id(), file.key(), persons.key(actor, file.client()), section);
    }
}
