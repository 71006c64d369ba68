package org.haki.forms;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.xlsform.Form;

/** A workbook as it was published: it never changes, and is known by the hash of its bytes. */
public final class FormVersion {

    private final String hash;
    private final String xform;
    private final Form form;
    private final Map<String, List<Form.Field>> below = new LinkedHashMap<>();
    private final Map<String, Form.Field> byQuestion = new LinkedHashMap<>();
    private final Map<String, Map<String, Form.Option>> byName = new ConcurrentHashMap<>();
    private final boolean media;
    private final ChoiceIndex index = new ChoiceIndex(this);

    FormVersion(String hash, String xform, Form form) {
        this.hash = hash;
        this.xform = xform;
        this.form = form;
        for (var field : form.fields()) {
            below.computeIfAbsent(field.path().substring(0, field.path().lastIndexOf('/')), _ -> new ArrayList<>()).add(field);
            byQuestion.put(question(field), field);
        }
        media = form.fields().stream().anyMatch(field -> !field.media().isEmpty())
                || form.lists().values().stream().flatMap(List::stream).anyMatch(option -> !option.media().isEmpty());
    }

    public String hash() {
        return hash;
    }

    public String xform() {
        return xform;
    }

    public Form form() {
        return form;
    }

    /** Whether something is seen or heard with its words. */
    public boolean hasMedia() {
        return media;
    }

    /** Its long lists, to be looked up in. */
    ChoiceIndex index() {
        return index;
    }

    /** The choice of this name in a list of its own; {@code null} where there is none. */
    Form.Option option(String list, String name) {
        return byName.computeIfAbsent(list, _ -> form.lists().getOrDefault(list, List.of()).stream()
                .collect(Collectors.toMap(Form.Option::name, Function.identity(), (one, _) -> one))).get(name);
    }

    /** The path of a field below the form's root: {@code child/age}. */
    public String question(Form.Field field) {
        return field.path().substring(form.root().length() + 2);
    }

    /** The field at this place, or {@code null}. */
    public Form.Field field(String place) {
        return byQuestion.get(Answers.question(place));
    }

    /** Whether there is a repeat at this place. */
    public boolean isRepeat(String place) {
        var field = field(place);
        return field != null && field.kind() == Form.Kind.REPEAT && !place.endsWith("]");
    }

    /** What stands right below the root ("") or a group or repeat, in the order of the sheet. */
    List<Form.Field> below(Form.Field parent) {
        return below.getOrDefault(parent == null ? "/" + form.root() : parent.path(), List.of());
    }

    /** The place of a field that stands right below this place; "" is the root. */
    static String place(String parent, Form.Field field) {
        return parent.isEmpty() ? field.name() : parent + "/" + field.name();
    }

    /** Answers as nodes of the document {@code case}: numbers as numbers, days as days. */
    public List<Node> nodes(Answers answers) {
        return nodes(answers, null, "");
    }

    private List<Node> nodes(Answers answers, Form.Field parent, String place) {
        var nodes = new ArrayList<Node>();
        for (var field : below(parent)) {
            var here = place(place, field);
            switch (field.kind()) {
                case GROUP -> nodes.add(Node.of(field.name(), nodes(answers, field, here)));
                case REPEAT -> answers.rowsOf(here)
                        .forEach(row -> nodes.add(Node.of(field.name(), nodes(answers, field, here + "[" + row + "]"))));
                case QUESTION -> nodes.add(Node.of(field.name(), value(field, answers.value(here))));
            }
        }
        return nodes;
    }

    private static Object value(Form.Field field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (field.bind().getOrDefault("type", "string")) {
            case "int", "decimal" -> Double.valueOf(text);
            case "date" -> LocalDate.parse(text);
            case "dateTime" -> OffsetDateTime.parse(text).toInstant();
            default -> text;
        };
    }

    @Override
    public String toString() {
        return form.id() + " " + hash;
    }
}
