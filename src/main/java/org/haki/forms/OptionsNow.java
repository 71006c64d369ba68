package org.haki.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.xlsform.Form;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xpath.expr.XPathFuncExpr;

/** What may be chosen now. JavaRosa's own lists are not asked: they blank an answer outside the list without a word. */
final class OptionsNow {

    private static final Set<String> MANY = Set.of("select_multiple", "rank");
    private static final Pattern FILE = Pattern.compile(".+\\.(csv|xml|geojson)");

    private final FormVersion version;
    private final FormDef form;
    private final ChoiceLists lists;

    OptionsNow(FormVersion version, FormDef form, ChoiceLists lists) {
        this.version = version;
        this.form = form;
        this.lists = lists;
    }

    static boolean isMany(Form.Field field) {
        return MANY.contains(field.type());
    }

    static boolean isChoice(Form.Field field) {
        return field.type().equals("select_one") || isMany(field);
    }

    /** Whether an instance of this name is a list that the installation brings. */
    boolean isFromFile(String name) {
        return version.form().fields().stream().anyMatch(field -> isFile(field) && stem(field.list()).equals(name));
    }

    /** Whether the list of a file, by this name of its instance, is not needed beside the answers. */
    boolean isLookedUp(String name) {
        return lists.list(name).size() > ChoiceIndex.LONG && version.index().serves(name);
    }

    /** The name of the instance that holds the choices of this question. */
    static String instance(Form.Field field) {
        return isFile(field) ? stem(field.list()) : field.list();
    }

    List<Form.Option> of(Form.Field field, TreeReference ref) {
        if (!isChoice(field)) {
            return List.of();
        }
        var all = all(field);
        if (field.filter() == null || field.filter().isBlank()) {
            return all;
        }
        if (all.size() > ChoiceIndex.LONG && version.index().rule(field).isPresent()) {
            var rule = version.index().rule(field).orElseThrow();
            var here = form.getEvaluationContext();
            var values = rule.stream().map(equal -> XPathFuncExpr.unpack(equal.to().eval(form.getMainInstance(), new EvaluationContext(here, ref)))).toList();
            return version.index().options(field, all, rule, values);
        }
        var names = filtered(ref);
        return names == null ? all : all.stream().filter(option -> names.contains(option.name())).toList();
    }

    boolean offered(Form.Field field, String value, List<Form.Option> now) {
        if (!isMany(field)) {
            return Stream.concat(now.stream(), former(lists, field).stream()).anyMatch(option -> option.name().equals(value));
        }
        var chosen = List.of(value.split(" "));
        var names = Stream.concat(now.stream(), former(lists, field).stream()).map(Form.Option::name).collect(Collectors.toSet());
        return names.containsAll(chosen) && Set.copyOf(chosen).size() == chosen.size();
    }

    List<Form.Option> all(Form.Field field) {
        return isChoice(field) ? all(version, lists, field) : List.of();
    }

    static List<Form.Option> all(FormVersion version, ChoiceLists lists, Form.Field field) {
        return isFile(field) ? lists.list(field.list()) : version.form().lists().getOrDefault(field.list(), List.of());
    }

    /** What is offered no longer and may stay where it was chosen. */
    static List<Form.Option> former(ChoiceLists lists, Form.Field field) {
        return isFile(field) ? lists.former(field.list()) : List.of();
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

    static boolean isFile(Form.Field field) {
        return field.list() != null && FILE.matcher(field.list()).matches();
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
