package org.haki.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.haki.forms.CaseDocument;
import org.haki.forms.Node;

/** A case at one moment, as the conditions of its type see it; or with one row of a repeat and no other. */
public final class SeenCase {

    private final CaseConditions conditions;
    private final Instant now;
    private final ZoneId zone;
    private final List<Node> fields;
    private final List<Node> sections;
    private final CaseDocument document;

    SeenCase(CaseConditions conditions, Instant now, ZoneId zone, List<Node> fields, List<Node> sections) {
        this.conditions = conditions;
        this.now = now;
        this.zone = zone;
        this.fields = fields;
        this.sections = sections;
        var draft = CaseDocument.at(now, zone);
        fields.forEach(field -> draft.put(field.name(), field.value()));
        sections.forEach(section -> draft.put(section.name(), section.children()));
        this.document = draft.done();
    }

    /** The case as forms and conditions read it. */
    public CaseDocument document() {
        return document;
    }

    /** A node for each section that was answered. */
    List<Node> sections() {
        return sections;
    }

    /** Whether it holds; no condition always does. */
    public boolean holds(String condition) {
        return conditions.holds(condition, document);
    }

    /** The same case, had this section been answered so. */
    public SeenCase with(String section, List<Node> answers) {
        var others = new ArrayList<>(sections.stream().filter(one -> !one.name().equals(section)).toList());
        others.add(Node.of(section, answers));
        return new SeenCase(conditions, now, zone, fields, others);
    }

    /** Whether anything in this section at which the condition looks was answered. */
    public boolean isAnswered(String condition, String section) {
        return conditions.pathsOf(condition).stream()
                .filter(path -> path.startsWith(section + "/"))
                .anyMatch(path -> follow(Node.of("case", sections), path).anyMatch(node -> node.value() != null));
    }

    /** The day or the moment that this question was answered with; {@code null} where it was not. */
    public Object date(String path) {
        return follow(Node.of("case", sections), path).map(SeenCase::date).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The rows of this repeat: the name of each where it has one, else its place, counted from 1. */
    public List<String> rows(String repeat) {
        var rows = new ArrayList<String>();
        follow(Node.of("case", sections), repeat).forEach(node -> rows.add(name(node, rows.size() + 1)));
        return rows;
    }

    /** The same case with this row of the repeat only. */
    public SeenCase only(String repeat, String row) {
        var path = Arrays.asList(repeat.split("/"));
        var pruned = Node.of("case", prune(sections, path, row));
        return new SeenCase(conditions, now, zone, fields, pruned.children());
    }

    private static Stream<Node> follow(Node from, String path) {
        var here = Stream.of(from);
        for (var name : path.split("/")) {
            here = here.flatMap(node -> node.children().stream().filter(child -> child.name().equals(name)));
        }
        return here;
    }

    private static String name(Node row, int place) {
        return row.value() == null ? String.valueOf(place) : row.value().toString();
    }

    private static List<Node> prune(List<Node> nodes, List<String> path, String row) {
        var kept = new ArrayList<Node>();
        int seen = 0;
        for (var node : nodes) {
            if (!node.name().equals(path.getFirst())) {
                kept.add(node);
            } else if (path.size() > 1) {
                kept.add(new Node(node.name(), node.value(), prune(node.children(), path.subList(1, path.size()), row)));
            } else if (name(node, ++seen).equals(row)) {
                kept.add(node);
            }
        }
        return kept;
    }

    private static Object date(Node node) {
        return switch (node.value()) {
            case LocalDate day -> day;
            case Instant moment -> moment;
            case String text when text.length() == "2026-01-31".length() -> read(() -> LocalDate.parse(text));
            case String text when !text.isBlank() -> read(() -> OffsetDateTime.parse(text).toInstant());
            case null, default -> null;
        };
    }

    private static Object read(Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
