package org.haki.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The lists of choices of an XForm: its instances, the choices that stand in a question, and the files that it names. */
final class XFormChoices {

    private static final Pattern INSTANCE = Pattern.compile("(?s)\\s*instance\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)/[^\\[]*(?:\\[(.*)])?\\s*");
    private static final Pattern FILE = Pattern.compile("jr://(file|file-csv|images|audio|video)/[^/\\\\]+");
    private static final Pattern ITEXT = Pattern.compile("jr:itext\\(\\s*([\\w.-]+)\\s*\\)");
    private static final Pattern RANDOM = Pattern.compile("(?s)\\s*randomize\\s*\\((.*)\\)\\s*");

    /** Where a question's choices come from. */
    record From(String list, String filter, Map<String, String> parameters) {

        static final From NOWHERE = new From(null, null, Map.of());
    }

    private final Map<String, XmlNode> instances = new LinkedHashMap<>();
    private final Map<String, List<Form.Option>> lists = new LinkedHashMap<>();
    private final Set<String> built = new HashSet<>();
    private final XFormTexts texts;
    private final List<Problem> problems;

    XFormChoices(XmlNode model, XFormTexts texts, List<Problem> problems) {
        this.texts = texts;
        this.problems = problems;
        model.elements("instance").skip(1).forEach(instance -> {
            instances.put(instance.attribute("id"), instance);
            if (instance.attributes.containsKey("src") && !FILE.matcher(instance.attribute("src")).matches()) {
                problems.add(XmlNode.problem(Fault.XFORM_SOURCE, instance.line, instance.attribute("id"), instance.attribute("src")));
            }
            if (!instance.attributes.containsKey("src") && items(instance).stream().anyMatch(item -> item.first("name") != null)) {
                lists.put(instance.attribute("id"), options(instance, "name", "label"));
            }
        });
    }

    Map<String, List<Form.Option>> lists() {
        return lists;
    }

    /** The choices of this control at this path; what it names and the form has not is a problem. */
    From of(XmlNode control, String path) {
        var set = control.first("itemset");
        if (set == null) {
            var options = control.elements("item").map(item -> new Form.Option(0, value(item), texts.of(item.first("label")), texts.media(item.first("label")), Map.of())).toList();
            if (options.isEmpty()) {
                problems.add(XmlNode.problem(Fault.XFORM_CHOICES, control.line));
                return From.NOWHERE;
            }
            var list = lists.containsKey(XFormTexts.last(path)) ? path : XFormTexts.last(path);
            lists.put(list, options);
            return new From(list, null, Map.of());
        }
        return set(set);
    }

    private From set(XmlNode set) {
        var parameters = new HashMap<String, String>();
        var nodes = set.attribute("nodeset");
        var random = RANDOM.matcher(nodes);
        if (random.matches()) {
            parameters.put("randomize", "true");
            int comma = comma(random.group(1));
            nodes = comma < 0 ? random.group(1) : random.group(1).substring(0, comma);
            if (comma >= 0) {
                parameters.put("seed", random.group(1).substring(comma + 1).strip());
            }
        }
        var value = ref(set, "value", "name");
        var label = ref(set, "label", "label");
        var found = INSTANCE.matcher(nodes);
        if (!found.matches()) {
            int bracket = nodes.indexOf('[');
            var filter = bracket < 0 ? null : nodes.substring(bracket + 1, Math.max(bracket + 1, nodes.lastIndexOf(']')));
            var asked = value.equals("geometry") ? XFormTexts.last(bracket < 0 ? nodes : nodes.substring(0, bracket)) : value;
            return new From("${" + asked + "}", filter == null || filter.equals("./" + value + " != ''") ? null : filter, parameters);
        }
        var instance = instances.get(found.group(1));
        if (instance == null) {
            problems.add(XmlNode.problem(Fault.XFORM_NOWHERE, set.line, "itemset", nodes.strip()));
            return From.NOWHERE;
        }
        if (instance.attributes.containsKey("src")) {
            parameters.put("value", value);
            parameters.put("label", label);
            return new From(XFormTexts.last(instance.attribute("src")), found.group(2), parameters);
        }
        if (built.add(found.group(1) + " " + value + " " + label) && (!value.equals("name") || !label.equals("label") && !label.startsWith("jr:itext") || !lists.containsKey(found.group(1)))) {
            lists.put(found.group(1), options(instance, value, label));
        }
        return new From(found.group(1), found.group(2), parameters);
    }

    private List<Form.Option> options(XmlNode instance, String value, String label) {
        var options = new ArrayList<Form.Option>();
        for (var item : items(instance)) {
            var columns = new LinkedHashMap<String, String>();
            item.elements().filter(node -> !node.local().equals(value) && !node.local().equals(label) && !node.local().equals("itextId"))
                    .forEach(node -> columns.put(node.local(), node.text()));
            var name = item.elements().filter(node -> node.local().equals(value)).map(XmlNode::text).findFirst().orElse("").strip();
            var itext = ITEXT.matcher(label);
            var id = item.first(itext.matches() ? itext.group(1) : "itextId");
            var said = item.elements().filter(node -> node.local().equals(label)).map(XmlNode::text).findFirst().orElse("");
            options.add(new Form.Option(0, name, id == null ? said.isEmpty() ? Map.of() : texts.of(said, item.line) : texts.byId(id.text().strip()),
                    id == null ? Map.of() : texts.media(id.text().strip()), columns));
        }
        return List.copyOf(options);
    }

    private static List<XmlNode> items(XmlNode instance) {
        return instance.elements().findFirst().map(root -> root.elements().filter(XmlNode::hasElements).toList()).orElse(List.of());
    }

    private static String value(XmlNode item) {
        var value = item.first("value");
        return value == null ? "" : value.text().strip();
    }

    private static String ref(XmlNode set, String part, String unsaid) {
        var node = set.first(part);
        return node == null ? unsaid : node.attribute("ref").strip();
    }

    /** The last comma that stands in no bracket, or -1. */
    private static int comma(String arguments) {
        int depth = 0;
        for (int i = arguments.length() - 1; i >= 0; i--) {
            char sign = arguments.charAt(i);
            depth += sign == ')' || sign == ']' ? 1 : sign == '(' || sign == '[' ? -1 : 0;
            if (sign == ',' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
