package org.haki.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small tree of XML that writes itself: elements indented, texts as they are. */
final class Xml {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    /** Strings are text, the rest are elements. */
    private final List<Object> children = new ArrayList<>();
    private boolean mixed;

    Xml(String name) {
        this.name = name;
    }

    static Xml of(String name, String text) {
        return new Xml(name).text(text);
    }

    Xml with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Xml with(Map<String, String> more) {
        attributes.putAll(more);
        return this;
    }

    Xml add(Xml child) {
        children.add(child);
        return this;
    }

    Xml addFirst(Xml child) {
        children.addFirst(child);
        return this;
    }

    /** Puts an element before the last one. */
    Xml addBeforeLast(Xml child) {
        children.add(children.size() - 1, child);
        return this;
    }

    Xml text(String text) {
        children.add(text);
        mixed = true;
        return this;
    }

    boolean isEmpty() {
        return children.isEmpty();
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
