package org.haki.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haki.xlsform.Form;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.TreeReference;

/** What may be chosen now. JavaRosa's own lists are not asked: they blank an answer outside the list without a word. */
final class OptionsNow {

    private static final Set<String> MANY = Set.of("select_multiple", "rank");
    private static final Pattern FILE = Pattern.compile(".+\\.(csv|xml|geojson)");

    private final FormVersion version;
    private final FormDef form;
    private final ChoiceLists lists;
    private final String language;

    OptionsNow(FormVersion version, FormDef form, ChoiceLists lists, String language) {
        this.version = version;
        this.form = form;
        this.lists = lists;
        this.language = language;
    }

    static boolean isMany(Form.Field field) {
        return MANY.contains(field.type());
    }

    boolean isChoice(Form.Field field) {
        return field.type().equals("select_one") || isMany(field);
    }

    /** Whether an instance of this name is a list that the installation brings. */
    boolean isFromFile(String name) {
        return version.form().fields().stream().anyMatch(field -> isFile(field) && stem(field.list()).equals(name));
    }

    List<Asked.Chosen> of(Form.Field field, TreeReference ref) {
        if (!isChoice(field)) {
            return List.of();
        }
        var all = all(field);
        if (field.filter() == null || field.filter().isBlank()) {
            return all;
        }
        var names = filtered(ref);
        return names == null ? all : all.stream().filter(option -> names.contains(option.name())).toList();
    }

    boolean offered(Form.Field field, String value, List<Asked.Chosen> now) {
        var names = now.stream().map(Asked.Chosen::name).collect(Collectors.toSet());
        return isMany(field) ? names.containsAll(List.of(value.split(" "))) : names.contains(value);
    }

    /** The labels of what was chosen, wherever the list comes from. */
    String labelled(Form.Field field, String value) {
        var labels = all(field).stream().collect(Collectors.toMap(Asked.Chosen::name, Asked.Chosen::label, (one, _) -> one));
        return (isMany(field) ? List.of(value.split(" ")) : List.of(value)).stream().map(name -> labels.getOrDefault(name, name))
                .collect(Collectors.joining(", "));
    }

    private List<Asked.Chosen> all(Form.Field field) {
        var options = isFile(field) ? lists.list(field.list()) : version.form().lists().getOrDefault(field.list(), List.of());
        var all = new ArrayList<Asked.Chosen>();
        for (var option : options) {
            all.add(new Asked.Chosen(option.name(), label(option)));
        }
        return all;
    }

    private String label(Form.Option option) {
        var label = Texts.in(language, version.form(), option.label());
        return label.isEmpty() ? option.name() : label;
    }

    private Set<String> filtered(TreeReference ref) {
        QuestionDef question = FormDef.findQuestionByRef(ref.genericize(), form);
        var set = question == null ? null : question.getDynamicChoices();
        if (set == null) {
            return null;
        }
        var here = form.getEvaluationContext();
        var chosen = set.nodesetExpr.evalNodeset(form.getMainInstance(), new EvaluationContext(here, set.contextRef.contextualize(ref)));
        var from = set.nodesetRef.getInstanceName() == null ? form.getMainInstance() : form.getNonMainInstance(set.nodesetRef.getInstanceName());
        var names = new LinkedHashSet<String>();
        for (var item : chosen) {
            Bounds.step(1);
            names.add(set.valueExpr.evalReadable(from, new EvaluationContext(here, item)));
        }
        return names;
    }

    private static boolean isFile(Form.Field field) {
        return field.list() != null && FILE.matcher(field.list()).matches();
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
