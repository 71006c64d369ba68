package org.haki.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a casetype.yaml, read key by key. What is wrong is collected with its file and line, so that one start
 * names every mistake; what was never asked for is a mistake as well.
 */
final class CaseTypeFile {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final String ENGLISH = "en";

    private final String file;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> mistakes;

    CaseTypeFile(String file, Node node, List<String> mistakes) {
        this.file = file;
        this.line = lineOf(node);
        this.mistakes = mistakes;
        if (!(node instanceof MappingNode mapping)) {
            wrong(line, "should hold keys and values");
            return;
        }
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!KEY.matcher(key).matches()) {
                wrong(lineOf(tuple.getKeyNode()), "\"" + key + "\" is not a key: use small letters, digits and _");
            } else if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
                wrong(lineOf(tuple.getKeyNode()), "\"" + key + "\" stands here twice");
            } else {
                lines.put(key, lineOf(tuple.getKeyNode()));
            }
        }
    }

    Set<String> keys() {
        return entries.keySet();
    }

    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    String text(String key) {
        return ask(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank() ? scalar.getValue() : refuse(key, "should be a text", "");
    }

    String oneOf(String key, List<String> allowed) {
        var text = text(key);
        return text.isEmpty() || allowed.contains(text) ? text : refuse(key, "should be one of " + String.join(", ", allowed), "");
    }

    int number(String key, int least) {
        try {
            int number = Integer.parseInt(text(key));
            return number >= least ? number : refuse(key, "should be at least " + least, least);
        } catch (NumberFormatException notANumber) {
            return refuse(key, "should be a whole number", least);
        }
    }

    /** Whether the key is there and says true. */
    boolean flag(String key) {
        return entries.containsKey(key) && oneOf(key, List.of("true", "false")).equals("true");
    }

    Labels labels(String key) {
        var inside = map(key);
        var byLanguage = new LinkedHashMap<String, String>();
        inside.keys().forEach(language -> byLanguage.put(language, inside.text(language)));
        if (!byLanguage.containsKey(ENGLISH)) {
            refuse(key, "needs a label in English (en)", "");
            byLanguage.put(ENGLISH, key);
        }
        return new Labels(Map.copyOf(byLanguage));
    }

    /** A mapping of keys to labels, in the order of the file. */
    Map<String, Labels> manyLabels(String key) {
        var inside = map(key);
        var labels = new LinkedHashMap<String, Labels>();
        inside.keys().forEach(one -> labels.put(one, inside.labels(one)));
        return labels;
    }

    CaseTypeFile map(String key) {
        var node = ask(key);
        return new CaseTypeFile(file, node == null ? emptyNode() : node, mistakes);
    }

    List<CaseTypeFile> maps(String key) {
        return sequence(key).stream().map(node -> new CaseTypeFile(file, node, mistakes)).toList();
    }

    /** A list of texts, each of which must be one of these. */
    List<String> texts(String key, Set<String> allowed) {
        var texts = new ArrayList<String>();
        for (var node : sequence(key)) {
            if (node instanceof ScalarNode scalar && allowed.contains(scalar.getValue())) {
                texts.add(scalar.getValue());
            } else {
                wrong(lineOf(node), "\"" + (node instanceof ScalarNode scalar ? scalar.getValue() : "?") + "\" is not one of "
                        + String.join(", ", allowed));
            }
        }
        return texts;
    }

    /** Names every key that nobody asked for. */
    void nothingElse() {
        entries.keySet().stream().filter(key -> !asked.contains(key)).forEach(key -> wrong(line(key), "\"" + key + "\" is not known here"));
    }

    void wrong(int at, String what) {
        mistakes.add(file + ", line " + at + ": " + what);
    }

    private <T> T refuse(String key, String what, T instead) {
        if (entries.containsKey(key)) {
            wrong(line(key), "\"" + key + "\" " + what);
        }
        return instead;
    }

    private Node ask(String key) {
        asked.add(key);
        var node = entries.get(key);
        if (node == null) {
            wrong(line, "\"" + key + "\" is missing");
        }
        return node;
    }

    private List<Node> sequence(String key) {
        var node = ask(key);
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        return refuse(key, "should be a list", List.of());
    }

    private static Node emptyNode() {
        return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
