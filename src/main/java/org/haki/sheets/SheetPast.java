package org.haki.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.CaseUpgrade;
import org.haki.cases.SheetForms;
import org.haki.cases.TypeVersions;
import org.haki.forms.AnswerChange;
import org.haki.forms.Answers;
import org.haki.forms.FormVersion;
import org.haki.forms.Places;
import org.haki.forms.SectionOf;
import org.haki.forms.Submissions;
import org.haki.kernel.Actor;
import org.haki.people.Persons;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Component;

/** How answers came about, also in a case that was brought to a newer version of its type: each question with what it was before. */
@Component
class SheetPast {

    /**
     * The past of one section.
     *
     * @param changes of what it asks now, under today's names, the newest first
     * @param gone    of what nothing asks any more, as it was asked then
     */
    record Past(List<AnswerChange> changes, List<AnswerChange> gone) {

        boolean isEmpty() {
            return changes.isEmpty() && gone.isEmpty();
        }

        List<UUID> people() {
            return Stream.concat(changes.stream(), gone.stream()).map(AnswerChange::by).filter(Objects::nonNull).distinct().toList();
        }
    }

    static final Past NONE = new Past(List.of(), List.of());

    private record At(String section, String place) {}

    private final CaseTypes types;
    private final TypeVersions versions;
    private final SheetForms sheets;
    private final Submissions submissions;
    private final Persons persons;

    SheetPast(CaseTypes types, TypeVersions versions, SheetForms sheets, Submissions submissions, Persons persons) {
        this.types = types;
        this.versions = versions;
        this.sheets = sheets;
        this.submissions = submissions;
        this.persons = persons;
    }

    Past of(Actor actor, CaseFile file, String section) {
        if (!types.hasVersions(file.type())) {
            return new Past(submissions.history(actor, sectionOf(actor, file, section)).changes(), List.of());
        }
        var upgrades = versions.of(actor, file);
        var sections = new LinkedHashSet<>(List.of(section));
        upgrades.forEach(upgrade -> types.of(file.type(), upgrade.from()).sections().forEach(one -> sections.add(one.key())));
        var changes = new ArrayList<AnswerChange>();
        var gone = new ArrayList<AnswerChange>();
        var carried = new HashMap<String, Map<UUID, Integer>>();
        var pasts = new LinkedHashMap<String, List<AnswerChange>>();
        for (var one : sections) {
            var past = submissions.history(actor, sectionOf(actor, file, one));
            carried.put(one, past.carried());
            pasts.put(one, past.changes());
        }
        pasts.forEach((one, told) -> told.forEach(change -> {
            var now = now(file, upgrades, carried, one, change);
            if (now == null) {
                if (one.equals(section)) {
                    gone.add(change);
                }
            } else if (now.section().equals(section)) {
                changes.add(new AnswerChange(now.place(), change.value(), change.at(), change.by(), change.source(), change.form(), change.version()));
            }
        }));
        changes.sort(Comparator.comparing(AnswerChange::at).reversed());
        return new Past(changes, gone);
    }

    /** The section of any version of the case's type with this key, for a page about what it asked; {@code null} where none has it. */
    CaseType.Section section(Actor actor, CaseFile file, String key) {
        var known = new ArrayList<>(types.of(file).sections());
        if (types.hasVersions(file.type())) {
            versions.of(actor, file).reversed().forEach(upgrade -> known.addAll(types.of(file.type(), upgrade.from()).sections()));
        }
        return known.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
    }

    /** Where what was answered there is now; {@code null} where it was let go on the way. */
    private At now(CaseFile file, List<CaseUpgrade> upgrades, Map<String, Map<UUID, Integer>> carried, String section, AnswerChange change) {
        var at = new At(section, change.place());
        int version = change.version();
        for (var upgrade : upgrades) {
            var then = carried.getOrDefault(at.section(), Map.of()).get(upgrade.id());
            if (then != null && then > version) {
                at = carried(file, upgrade, at);
                if (at == null) {
                    return null;
                }
                version = carried.getOrDefault(at.section(), Map.of()).getOrDefault(upgrade.id(), 0);
            }
        }
        return at;
    }

    private At carried(CaseFile file, CaseUpgrade upgrade, At at) {
        var path = at.section() + "/" + Answers.question(at.place());
        var to = upgrade.names().question(path);
        if (to == null || to.equals(path) && upgrade.names().questions().containsValue(to) && !upgrade.names().questions().containsKey(path)) {
            return null;
        }
        int slash = to.indexOf('/');
        var type = types.of(file.type(), upgrade.to());
        var section = to.substring(0, slash);
        var question = to.substring(slash + 1);
        if (type.sections().stream().noneMatch(one -> one.key().equals(section))) {
            return null;
        }
        FormVersion form = sheets.of(type, section);
        var field = form.field(question);
        var place = field == null || field.kind() != Form.Kind.QUESTION ? null : Places.in(form, question, at.place());
        return place == null ? null : new At(section, place);
    }

    private SectionOf sectionOf(Actor actor, CaseFile file, String section) {
        return new SectionOf(file.id(), file.key(), persons.key(actor, file.client()), section);
    }
}
