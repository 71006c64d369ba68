package org.haki.cases;

import java.util.ArrayList;
import java.util.Collections;
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
    static final String QUESTIONS = "questions";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z_][\\w.-]*(/[A-Za-z_][\\w.-]*)*");
    private static final String ENGLISH = "en";

    private final Findings found;
    private final int line;
    private final boolean whole;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    CaseTypeFile(Findings found, Node node) {
        this(found, node, false);
    }

    /** The whole file begins with its first line, whatever comments stand there. */
    CaseTypeFile(Findings found, Node node, boolean whole) {
        this.found = found;
        this.line = whole ? 1 : lineOf(node);
        this.whole = whole;
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
                found.keyAt(key, lineOf(tuple.getKeyNode()));
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
        var right = allowed.isEmpty() ? "is \"" + text + "\", and the list that it is chosen from is missing or empty"
                : "should be one of " + String.join(", ", allowed);
        return text.isEmpty() || allowed.contains(text) ? text : refuse(key, right, "");
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

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Where it begins. */
    int line() {
        return line;
    }

    /** The same where it is there, else this. */
    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise(key, otherwise);
    }

    int number(String key, int least, int otherwise) {
        return has(key) ? number(key, least) : otherwise(key, otherwise);
    }

    String oneOf(String key, List<String> allowed, String otherwise) {
        return has(key) ? oneOf(key, allowed) : otherwise(key, otherwise);
    }

    /** A condition where one is there, else "". It is proved when all of the file is read. */
    String condition(String key) {
        var text = text(key, "");
        if (!text.isEmpty()) {
            found.condition(line(key), key, text);
        }
        return text;
    }

    /** The path of a question or a repeat where one is named, else "". It is proved when all of the file is read. */
    String path(String key) {
        var text = text(key, "");
        if (text.startsWith(CaseType.Step.FIELD)) {
            found.name(line(key), key, text.substring(CaseType.Step.FIELD.length()));
        } else if (!Set.of("after", "done_at").contains(key) && !text.isEmpty()) {
            found.name(line(key), key, text);
        }
        return text;
    }

    /** A distance in time, or this where none is given. */
    Offset offset(String key, Offset otherwise) {
        if (!has(key)) {
            return otherwise(key, otherwise);
        }
        var offset = Offset.of(text(key));
        return offset == null ? refuse(key, "should be a time like 3d, -7d, 72h, or urgency", otherwise) : offset;
    }

    /** Where the file has no such list, an empty one. */
    List<CaseTypeFile> mapsIfAny(String key) {
        return has(key) ? maps(key) : otherwise(key, List.of());
    }

    /** Texts that stand for texts, in the order of the file; none where there is no such key. */
    Map<String, String> pairsIfAny(String key) {
        asked.add(key);
        var pairs = new LinkedHashMap<String, String>();
        if (entries.get(key) instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode from && tuple.getValueNode() instanceof ScalarNode to) {
                    pairs.put(from.getValue(), to.getValue());
                } else {
                    wrong(lineOf(tuple.getKeyNode()), "\"" + key + "\" should pair a name with a name");
                }
            }
        } else if (has(key)) {
            refuse(key, "should hold keys and values", "");
        }
        return pairs;
    }

    /** Names of questions that stand for names of questions; it is proved when all of the file is read that those are asked. */
    Map<String, String> questions() {
        var pairs = pairsIfAny(QUESTIONS);
        pairs.values().forEach(to -> found.name(line(QUESTIONS), QUESTIONS, to));
        return pairs;
    }

    Labels labels(String key) {
        var inside = map(key);
        var byLanguage = new LinkedHashMap<String, String>();
        inside.keys().forEach(language -> byLanguage.put(language, inside.text(language)));
        if (has(key)) {
            checkLanguages(key, byLanguage.keySet());
        }
        byLanguage.putIfAbsent(ENGLISH, key);
        return new Labels(Collections.unmodifiableMap(byLanguage));
    }

    private void checkLanguages(String key, Set<String> given) {
        if (!given.contains(ENGLISH)) {
            refuse(key, "needs a label in English (en)", "");
        }
        found.languages().stream().filter(language -> !language.equals(ENGLISH) && !given.contains(language))
                .forEach(language -> refuse(key, "needs a label in " + language + ", as the type's own label has one", ""));
        given.stream().filter(language -> !found.languages().isEmpty() && !found.languages().contains(language))
                .forEach(language -> refuse(key, "has a label in " + language + ", which the type's own label has not", ""));
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
        return new CaseTypeFile(found, node == null ? emptyNode() : node);
    }

    List<CaseTypeFile> maps(String key) {
        return sequence(key).stream().map(node -> new CaseTypeFile(found, node)).toList();
    }

    /** A list of texts, each of which must be one of these. */
    List<String> texts(String key, Set<String> allowed) {
        var texts = new ArrayList<String>();
        for (var node : sequence(key)) {
            if (node instanceof ScalarNode scalar && allowed.contains(scalar.getValue())) {
                texts.add(scalar.getValue());
            } else {
                wrong(lineOf(node), "\"" + (node instanceof ScalarNode scalar ? scalar.getValue() : "?") + "\" is not one of "
                        + (allowed.isEmpty() ? "a list that is missing or empty" : String.join(", ", allowed)));
            }
        }
        return texts;
    }

    /** A list of keys that need not be known. */
    List<String> words(String key) {
        return listOf(key, KEY, "keys");
    }

    /** A list of questions, groups, repeats or sections by their paths; none where the key is left out. */
    List<String> pathsIfAny(String key) {
        return has(key) ? listOf(key, PATH, "paths") : otherwise(key, List.of());
    }

    /** A list of whole numbers. */
    List<Integer> numbers(String key) {
        return listOf(key, NUMBER, "whole numbers").stream().map(Integer::valueOf).toList();
    }

    private List<String> listOf(String key, Pattern each, String what) {
        var words = sequence(key).stream().map(node -> node instanceof ScalarNode one ? one.getValue() : "").toList();
        return words.stream().allMatch(each.asMatchPredicate()) ? words : refuse(key, "should be a list of " + what, List.of());
    }

    /** Names every key that nobody asked for. */
    void nothingElse() {
        entries.keySet().stream().filter(key -> !asked.contains(key)).forEach(key -> wrong(line(key), "\"" + key + "\" is not known here"));
    }

    void wrong(int at, String what) {
        found.wrong(at, what);
    }

    private <T> T otherwise(String key, T instead) {
        asked.add(key);
        return instead;
    }

    <T> T refuse(String key, String what, T instead) {
        if (entries.containsKey(key)) {
            wrong(line(key), "\"" + key + "\" " + what);
        }
        return instead;
    }

    private Node ask(String key) {
        asked.add(key);
        var node = entries.get(key);
        if (node == null) {
            wrong(line, "\"" + key + "\" is missing" + (whole ? " in this file" : ""));
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
