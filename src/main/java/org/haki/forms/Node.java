package org.haki.forms;

import java.util.List;
import java.util.Optional;

/** A node of a document: a name with a value (text, a number, a day, an instant, or null), or with nodes below it. */
public record Node(String name, Object value, List<Node> children) {

    public Node {
        children = List.copyOf(children);
    }

    public static Node of(String name, Object value) {
        return new Node(name, value, List.of());
    }

    public static Node of(String name, List<Node> children) {
        return new Node(name, null, children);
    }

    public Optional<Node> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }
}
