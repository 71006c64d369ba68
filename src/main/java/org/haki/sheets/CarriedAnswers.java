package org.haki.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haki.cases.TypeUpgrade;
import org.haki.cases.UpgradeLine;
import org.haki.cases.UpgradeLine.Fate;
import org.haki.cases.UpgradeLine.Kind;
import org.haki.forms.Answers;
import org.haki.forms.Fitting;
import org.haki.forms.FormVersion;
import org.haki.forms.Marks;
import org.haki.forms.Places;
import org.haki.forms.Texts;
import org.haki.xlsform.Form;

/** Answers of a whole sheet under the names of a newer version: each is found again, or it is said why not. */
final class CarriedAnswers {

    /** A section as it stood: what asked it, and what was answered; nothing where it was not saved. */
    record Stood(FormVersion form, Answers answers) {}

    private record Target(String section, FormVersion form, Form.Field field, String path) {

        String whole() {
            return section + "/" + path;
        }
    }

    private final Map<String, FormVersion> into;
    private final TypeUpgrade names;
    private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();
    private final Map<String, UpgradeLine> lines = new LinkedHashMap<>();
    private final Set<String> reached = new LinkedHashSet<>();
    private final Map<String, String> sources = new HashMap<>();

    private CarriedAnswers(Map<String, FormVersion> into, TypeUpgrade names) {
        this.into = into;
        this.names = names;
    }

    static CarriedAnswers of(Map<String, Stood> stood, Map<String, FormVersion> into, TypeUpgrade names) {
        var carried = new CarriedAnswers(into, names);
        stood.forEach((section, one) -> {
            one.form().form().fields().forEach(field -> carried.reach(section, one.form(), field));
            one.answers().rows().forEach((repeat, ids) -> carried.rows(section, one.form(), repeat, ids));
            one.answers().values().forEach((place, value) -> carried.value(section, one.form(), place, value));
        });
        return carried;
    }

    /** What this section answers now. */
    Answers answers(String section) {
        return new Answers(values.getOrDefault(section, Map.of()), rows.getOrDefault(section, Map.of()));
    }

    /** The sections in which something stands now. */
    Set<String> sections() {
        var sections = new LinkedHashSet<>(values.keySet());
        sections.addAll(rows.keySet());
        return sections;
    }

    /** What became of every question that was answered, and the questions that nobody was asked before. */
    List<UpgradeLine> lines() {
        var all = new ArrayList<>(lines.values());
        into.forEach((section, form) -> form.form().fields().stream()
                .filter(field -> isAsked(field) && !reached.contains(section + "/" + form.question(field)))
                .forEach(field -> all.add(UpgradeLine.of(Kind.QUESTION, label(form, field), Fate.FRESH))));
        return all;
    }

    private void reach(String section, FormVersion form, Form.Field field) {
        var target = target(section + "/" + form.question(field));
        if (target != null) {
            reached.add(target.whole());
        }
    }

    private void value(String section, FormVersion form, String place, String value) {
        var field = form.field(place);
        if (field == null) {
            return;
        }
        var path = section + "/" + form.question(field);
        var target = target(path);
        boolean reckoned = field.bind().containsKey("calculate");
        if (names.question(path) == null) {
            tell(path, form, field, null, reckoned ? null : Fate.LET_GO);
        } else if (target == null || !takes(target.field())) {
            tell(path, form, field, target, reckoned ? null : target == null ? Fate.NOWHERE : Fate.UNREADABLE);
        } else {
            tell(path, form, field, target, carry(path, field, target, place, value));
        }
    }

    private Fate carry(String path, Form.Field field, Target target, String place, String value) {
        var to = Places.in(target.form(), target.path(), place);
        if (to == null || !Fitting.fits(field, target.form(), target.field(), value)) {
            return Fate.UNREADABLE;
        }
        if (Marks.isOwn(field) && !(Marks.isOwn(target.field()) && Marks.person(target.field()).equals(names.party(Marks.person(field))))) {
            return Fate.NOT_HERS;
        }
        if (!sources.computeIfAbsent(target.whole(), _ -> path).equals(path)) {
            return Fate.TAKEN;
        }
        values.computeIfAbsent(target.section(), _ -> new LinkedHashMap<>()).put(to, value);
        return path.equals(target.whole()) ? Fate.KEPT : Fate.RENAMED;
    }

    private void rows(String section, FormVersion form, String repeat, List<String> ids) {
        var path = Answers.question(repeat);
        var inside = form.form().fields().stream().map(form::question).filter(one -> one.equals(path) || one.startsWith(path + "/"))
                .map(one -> target(section + "/" + one))
                .filter(target -> target != null)
                .flatMap(target -> around(target).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var target : inside) {
            var place = Places.in(target.form(), target.path(), repeat);
            if (place != null) {
                var known = rows.computeIfAbsent(target.section(), _ -> new LinkedHashMap<>()).computeIfAbsent(place, _ -> new ArrayList<>());
                ids.stream().filter(id -> !known.contains(id)).forEach(known::add);
            }
        }
    }

    /** The repeats around it, and itself where it is one. */
    private static List<Target> around(Target target) {
        var around = new ArrayList<Target>();
        for (int to = target.path().indexOf('/'); ; to = target.path().indexOf('/', to + 1)) {
            var path = to < 0 ? target.path() : target.path().substring(0, to);
            var field = target.form().field(path);
            if (field != null && field.kind() == Form.Kind.REPEAT) {
                around.add(new Target(target.section(), target.form(), field, path));
            }
            if (to < 0) {
                return around;
            }
        }
    }

    /** What is at the place to which the names lead; {@code null} where nothing is, or it is another's place now. */
    private Target target(String path) {
        var to = names.question(path);
        if (to == null || to.equals(path) && names.questions().containsValue(to) && !names.questions().containsKey(path)) {
            return null;
        }
        int slash = to.indexOf('/');
        var form = slash < 0 ? null : into.get(to.substring(0, slash));
        var field = form == null ? null : form.field(to.substring(slash + 1));
        return field == null ? null : new Target(to.substring(0, slash), form, field, to.substring(slash + 1));
    }

    private void tell(String path, FormVersion form, Form.Field field, Target target, Fate fate) {
        if (fate != null && (field.shown() || !field.bind().containsKey("calculate"))) {
            var label = label(form, field);
            var line = new UpgradeLine(Kind.QUESTION, label, target == null ? label : label(target.form(), target.field()), fate);
            lines.merge(path, line, (one, other) -> one.fate().compareTo(other.fate()) >= 0 ? one : other);
        }
    }

    /** Whether an answer may stand there: it is not reckoned, and no note. */
    private static boolean takes(Form.Field field) {
        return field.kind() == Form.Kind.QUESTION && !field.bind().containsKey("calculate") && !field.type().equals("note");
    }

    private static boolean isAsked(Form.Field field) {
        return takes(field) && field.shown();
    }

    private static Map<String, String> label(FormVersion form, Form.Field field) {
        var label = new TreeMap<String, String>();
        field.label().keySet().forEach(language -> label.put(Texts.code(language), Texts.in(form, field.label(), Texts.code(language))));
        label.replaceAll((_, text) -> text.replaceAll("\\$\\{[^}]*}", "…"));
        label.putIfAbsent("en", label.isEmpty() ? field.name() : label.firstEntry().getValue());
        return label;
    }
}
