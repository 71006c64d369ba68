package org.haki.xlsform;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The secondary instances: attached files, what pulldata() reads, and the lists of choices. */
final class Instances {

    private static final Pattern PULLDATA = Pattern.compile("pulldata\\s*+\\(\\s*+([^,]{0,200}),");
    private static final String NO_FILE = "the sheet 'choices'";

    private final Survey survey;
    private final Map<String, String> sources = new LinkedHashMap<>();

    private Instances(Survey survey) {
        this.survey = survey;
    }

    /** Refuses one name for two sources. */
    static void check(Survey survey) {
        new Instances(survey).collect();
    }

    static void write(Survey survey, Xml model) {
        var instances = new Instances(survey);
        instances.collect();
        instances.sources.forEach((id, source) -> {
            var instance = new Xml("instance").with("id", id);
            model.add(source.equals(NO_FILE) ? instance.add(items(survey.choices.list(id))) : instance.with("src", source));
        });
    }

    private void collect() {
        var files = new HashSet<String>();
        survey.root.all().forEach(element -> {
            if (element.kind == Element.Kind.EXTERNAL) {
                if (!files.add(element.name)) {
                    survey.problems.add(element.problem(Fault.EXTERNAL_TWICE, "name", element.name));
                }
                boolean csv = element.type.equals("csv-external");
                add(element, "name", element.name, csv ? "jr://file-csv/" + element.name + ".csv" : "jr://file/" + element.name + ".xml");
                return;
            }
            pulled(element);
            if (element.itemset != null && SelectReader.FILES.contains(SelectReader.ending(element.itemset))) {
                var folder = element.itemset.endsWith(".csv") ? "file-csv" : "file";
                add(element, "type", SelectReader.stem(element.itemset), "jr://" + folder + "/" + element.itemset);
            }
        });
        survey.choices.lists().keySet().forEach(list -> {
            var other = sources.putIfAbsent(list, NO_FILE);
            if (other != null && !other.equals(NO_FILE)) {
                survey.problems.add(survey.choices.columns().sheet().problem(Fault.INSTANCE_TWICE, 0, 0, list, other, NO_FILE));
            }
        });
    }

    private void pulled(Element element) {
        BiConsumer<String, String> look = (column, expression) -> {
            if (expression != null && expression.contains("pulldata")) {
                PULLDATA.matcher(expression).results().forEach(call -> {
                    var file = call.group(1).replace("'", "").replace("\"", "").strip();
                    add(element, column, file, "jr://file-csv/" + file + ".csv");
                });
            }
        };
        for (var key : new String[] {"calculate", "constraint", "readonly", "required", "relevant"}) {
            look.accept("bind/" + key, element.bind.get(key));
        }
        look.accept("choice_filter", element.filter);
        look.accept("default", element.initial);
    }

    private void add(Element element, String column, String id, String source) {
        var other = sources.putIfAbsent(id, source);
        if (other != null && !other.equals(source)) {
            survey.problems.add(element.problem(Fault.INSTANCE_TWICE, column, id, other, source));
        }
    }

    private static Xml items(ChoiceList list) {
        var root = new Xml("root");
        for (int i = 0; i < list.choices().size(); i++) {
            var choice = list.choices().get(i);
            var item = new Xml("item");
            if (list.itext()) {
                item.add(Xml.of("itextId", list.name + "-" + i));
            }
            item.add(Xml.of("name", choice.name()));
            if (!list.itext() && choice.label() != null) {
                item.add(Xml.of("label", choice.label().plain()));
            }
            choice.columns().forEach((column, value) -> item.add(Xml.of(column, value)));
            root.add(item);
        }
        return root;
    }
}
