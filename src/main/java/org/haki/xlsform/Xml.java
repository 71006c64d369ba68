package org.haki.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small tree of XML that writes itself: elements indented, texts as they are. */
final class Xml {

    private final String name;
    /** Made when the first comes: a list of thousands of choices has thousands of elements without any. */
    private Map<String, String> attributes = Map.of();
    /** Strings are text, the rest are elements. */
    private List<Object> children = List.of();
    private boolean mixed;

    Xml(String name) {
        this.name = name;
    }

    static Xml of(String name, String text) {
        return new Xml(name).text(text);
    }

    Xml with(String attribute, String value) {
        attributes = attributes.isEmpty() ? new LinkedHashMap<>() : attributes;
        attributes.put(attribute, value);
        return this;
    }

    Xml with(Map<String, String> more) {
        more.forEach(this::with);
        return this;
    }

    Xml add(Xml child) {
        return append(child);
    }

    private Xml append(Object child) {
        children = children.isEmpty() ? new ArrayList<>(2) : children;
        children.add(child);
        return this;
    }

    /** Puts an element before the last one. */
    Xml addBeforeLast(Xml child) {
        children.add(children.size() - 1, child);
        return this;
    }

    Xml text(String text) {
        mixed = true;
        return append(text);
    }

    String document() {
        var out = new StringBuilder("<?xml version=\"1.0\"?>\n");
        write(out, "");
        return out.append('\n').toString();
    }

    private void write(StringBuilder out, String indent) {
        out.append(indent).append('<').append(name);
        attributes.forEach((attribute, value) -> out.append(' ').append(attribute).append("=\"").append(escape(value, true)).append('"'));
        if (children.isEmpty()) {
            out.append("/>");
        } else if (mixed) {
            writeMixed(out);
        } else {
            out.append(">\n");
            for (var child : children) {
                ((Xml) child).write(out, indent + "  ");
                out.append('\n');
            }
            out.append(indent).append("</").append(name).append('>');
        }
    }

    /** A text with elements between stands between spaces, so that no neighbour of an element is lost in reading. */
    private void writeMixed(StringBuilder out) {
        out.append('>');
        boolean several = children.size() > 1;
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) instanceof Xml element) {
                element.write(out, "");
            } else {
                out.append(several && i == 0 ? " " : "").append(escape((String) children.get(i), false));
            }
        }
        out.append(several ? " " : "").append("</").append(name).append('>');
    }

    private static String escape(String text, boolean attribute) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
