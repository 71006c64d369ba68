package org.haki.xlsform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an ODK XForm that another tool wrote: its text stays as it is, and its {@link Form} is what pages, paper and tables need to
 * know of it. What the form itself does not say (columns of a sheet, marks) is not there; {@code row} is the line of the file.
 */
public final class XFormReader {

    private static final int LARGEST = 8_000_000;
    /** All paths of the form together: long names that lie deep are many times as long as their file. */
    private static final int LONGEST_PATHS = 5_000_000;
    private static final Set<String> MESSAGES = Set.of("jr:constraintMsg", "jr:requiredMsg", "jr:noAppErrorString");
    private static final Set<String> CONTROLS = Set.of("input", "secret", "select", "select1", "odk:rank", "range", "upload", "trigger");
    private static final Set<String> BESIDE = Set.of("label", "hint", "help", "setvalue", "odk:setgeopoint", "odk:recordaudio");
    private static final Set<String> LEFT_OUT = Set.of("ref", "bind", "nodeset", "class");

    private final List<Problem> problems = new ArrayList<>();
    private final XmlNode model;
    private final XmlNode body;
    private final XmlNode blank;
    private final XFormTexts texts;
    private final XFormChoices choices;
    private final Map<String, XmlNode> binds = new LinkedHashMap<>();
    private final Map<String, String> bindPaths = new HashMap<>();
    private final Map<String, XmlNode> controls = new LinkedHashMap<>();
    private final Map<String, XmlNode> groups = new HashMap<>();
    private final Map<String, XmlNode> repeats = new HashMap<>();
    /** By path: what sets a value at an event, with the name of the question in which it stands. */
    private final Map<String, List<XmlNode>> sets = new HashMap<>();
    private final Set<String> nodes = new LinkedHashSet<>();
    private int written;

    private XFormReader(XmlNode root) {
        var head = needed(root.name.equals("h:html") ? root : null, "h:html", "h:head");
        model = needed(head, "h:head", "model");
        body = needed(root, "h:html", "h:body");
        var instance = needed(model, "model", "instance");
        blank = instance.elements().findFirst().orElseThrow(() -> new Refused(XmlNode.problem(Fault.XFORM_PART, instance.line, "instance", "form")));
        texts = new XFormTexts(model, problems);
        choices = new XFormChoices(model, texts, problems);
    }

    /** Whether this looks like XML, and not like a workbook. */
    public static boolean isXml(byte[] bytes) {
        int i = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF ? 3 : 0;
        while (i < bytes.length && Character.isWhitespace(bytes[i])) {
            i++;
        }
        return i < bytes.length && bytes[i] == '<';
    }

    /** Reads it; with problems there is neither a text nor a form. Bounded in time and memory whatever the file holds. */
    public static Conversion read(byte[] xml) {
        try {
            if (xml.length > LARGEST) {
                throw new Refused(XmlNode.problem(Fault.XFORM_LONG, 0, LARGEST));
            }
            var reader = new XFormReader(XmlNode.read(xml));
            var form = reader.form();
            if (!reader.problems.isEmpty()) {
                return Conversion.refused(List.copyOf(reader.problems), List.of());
            }
            return new Conversion(Optional.of(new String(xml, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "")), Optional.of(form), List.of(), List.of());
        } catch (Refused refused) {
            return Conversion.refused(List.of(refused.problem()), List.of());
        }
    }

    private static XmlNode needed(XmlNode within, String where, String part) {
        var found = within == null ? null : within.first(part);
        if (found == null) {
            throw new Refused(XmlNode.problem(Fault.XFORM_PART, within == null ? 1 : within.line, where, part));
        }
        return found;
    }

    private Form form() {
        var id = blank.attributes.getOrDefault("id", blank.attribute("xmlns"));
        if (id.isBlank()) {
            problems.add(XmlNode.problem(Fault.XFORM_ID, blank.line));
        }
        model.elements("submission").filter(sent -> sent.attributes.containsKey("base64RsaPublicKey")).forEach(sent -> problems.add(XmlNode.problem(Fault.XFORM_SEALED, sent.line)));
        known(blank, "/" + blank.name);
        model.elements("bind").forEach(this::bind);
        place(body);
        model.all(node -> node.local().equals("setvalue") || node.local().equals("setgeopoint")).forEach(this::set);
        body.all(node -> node.local().equals("setvalue")).forEach(this::set);
        var fields = new ArrayList<Form.Field>();
        fields(blank, "/" + blank.name, null, fields, new LinkedHashSet<>());
        var title = Optional.ofNullable(model.parent.first("h:title")).map(XmlNode::text).orElse("").strip();
        return new Form(id, title.isEmpty() ? id : title, blank.attributes.getOrDefault("version", blank.attribute("orx:version")), blank.name, body.attribute("class"),
                texts.own(), texts.languages(), List.copyOf(fields), choices.lists(), Map.of());
    }

    /** Every node of the instance; also without the prefixes that a bind may leave out. */
    private void known(XmlNode node, String path) {
        written += path.length();
        if (written > LONGEST_PATHS) {
            throw new Refused(XmlNode.problem(Fault.XFORM_LONG, node.line, LONGEST_PATHS));
        }
        nodes.add(path);
        nodes.add(path.replaceAll("/[^/:]*:", "/"));
        node.elements().forEach(below -> known(below, path + "/" + below.name));
    }

    private void bind(XmlNode bind) {
        var path = there(bind, bind.attribute("nodeset"));
        if (path != null) {
            binds.put(path, bind);
            if (bind.attributes.containsKey("id")) {
                bindPaths.put(bind.attribute("id"), path);
            }
        }
    }

    private void set(XmlNode set) {
        var path = there(set, set.attributes.containsKey("ref") ? set.attribute("ref") : bindPaths.getOrDefault(set.attribute("bind"), ""));
        if (path != null) {
            sets.computeIfAbsent(path, _ -> new ArrayList<>()).add(set);
        }
    }

    /** The path that this element names, where the instance has it. */
    private String there(XmlNode node, String named) {
        var path = named.strip();
        if (!nodes.contains(path) && !nodes.contains(path.replaceFirst("/@[^/]*$", ""))) {
            problems.add(XmlNode.problem(Fault.XFORM_NOWHERE, node.line, node.name, path));
            return null;
        }
        return path;
    }

    private void place(XmlNode within) {
        within.elements().forEach(node -> {
            var named = node.attributes.containsKey("ref") ? node.attribute("ref") : node.attributes.containsKey("nodeset") ? node.attribute("nodeset")
                    : bindPaths.getOrDefault(node.attribute("bind"), "");
            if (node.name.equals("group") || node.name.equals("repeat")) {
                var path = named.isEmpty() ? null : there(node, named);
                if (path != null) {
                    (node.name.equals("group") ? groups : repeats).putIfAbsent(path, node);
                }
                place(node);
            } else if (CONTROLS.contains(node.name)) {
                var path = there(node, named);
                if (path != null && controls.putIfAbsent(path, node) != null) {
                    problems.add(XmlNode.problem(Fault.XFORM_TWICE, node.line, path));
                }
            } else if (!BESIDE.contains(node.name)) {
                problems.add(XmlNode.problem(Fault.XFORM_CONTROL, node.line, node.name));
            }
        });
    }

    private void fields(XmlNode within, String path, String repeat, List<Form.Field> fields, Set<String> seen) {
        within.elements().filter(node -> !node.local().equals("meta")).forEach(node -> {
            var here = path + "/" + node.name;
            if (!seen.add(here)) {
                return;
            }
            boolean repeats = this.repeats.containsKey(here) || node.attributes.containsKey("jr:template");
            boolean section = repeats || node.hasElements() || groups.containsKey(here);
            fields.add(section ? section(node, here, repeat, repeats) : question(node, here, repeat));
            if (section) {
                fields(node, here, repeats ? here : repeat, fields, seen);
            }
        });
    }

    private Form.Field section(XmlNode node, String path, String repeat, boolean repeats) {
        var group = groups.get(path);
        var inner = this.repeats.get(path);
        var outer = group == null && inner != null && inner.parent.name.equals("group") && !inner.parent.attributes.containsKey("ref") ? inner.parent : group;
        var label = outer == null ? null : outer.first("label");
        return new Form.Field(repeats ? Form.Kind.REPEAT : Form.Kind.GROUP, path, node.name, repeats ? "repeat" : "group", line(path, node), true, repeat,
                texts.of(label), Map.of(), Map.of(), texts.media(label), messages(path), null, null, null, List.of(), logic(path), control(repeats ? inner : outer), Map.of(), Map.of());
    }

    private Form.Field question(XmlNode node, String path, String repeat) {
        var control = controls.get(path);
        var logic = logic(path);
        var setBy = sets.getOrDefault(path, List.of());
        var triggers = new ArrayList<String>();
        var initial = node.text().isBlank() ? null : node.text();
        for (var set : setBy) {
            if (set.attribute("event").contains("xforms-value-changed") && CONTROLS.contains(set.parent.name)) {
                triggers.add(XFormTexts.last(set.parent.attribute("ref")));
                logic.putIfAbsent("calculate", set.attributes.containsKey("value") ? set.attribute("value") : set.text());
            } else if (set.local().equals("setvalue") && set.attributes.containsKey("value")) {
                initial = set.attribute("value");
            }
        }
        var from = control == null || !XFormTypes.isChoice(control.name) && control.first("itemset") == null ? XFormChoices.From.NOWHERE : choices.of(control, path);
        var label = control == null ? null : control.first("label");
        var hint = control == null ? null : control.first("hint");
        return new Form.Field(Form.Kind.QUESTION, path, node.name, XFormTypes.of(control, logic, initial, setBy), line(path, node), control != null, repeat,
                texts.of(label), texts.of(hint), texts.form(hint, "guidance"), texts.media(label), messages(path), from.list(), from.filter(), initial,
                List.copyOf(triggers), logic, control(control), from.parameters(), Map.of());
    }

    private int line(String path, XmlNode node) {
        return controls.getOrDefault(path, binds.getOrDefault(path, node)).line;
    }

    private Map<String, String> logic(String path) {
        var logic = new LinkedHashMap<String, String>();
        var bind = binds.get(path);
        if (bind != null) {
            bind.attributes.forEach((key, value) -> {
                if (!key.equals("nodeset") && !key.equals("id") && !MESSAGES.contains(key)) {
                    logic.put(key, key.equals("type") ? value.replaceFirst("^xsd:", "") : value);
                }
            });
        }
        return logic;
    }

    private Map<String, Map<String, String>> messages(String path) {
        var messages = new LinkedHashMap<String, Map<String, String>>();
        var bind = binds.get(path);
        if (bind != null) {
            bind.attributes.forEach((key, value) -> {
                if (MESSAGES.contains(key)) {
                    messages.put(key, texts.of(value, bind.line));
                }
            });
        }
        return messages;
    }

    private static Map<String, String> control(XmlNode control) {
        var attributes = new LinkedHashMap<String, String>();
        if (control != null) {
            control.attributes.forEach((key, value) -> {
                if (!LEFT_OUT.contains(key)) {
                    attributes.put(key, value);
                }
            });
        }
        return attributes;
    }
}
