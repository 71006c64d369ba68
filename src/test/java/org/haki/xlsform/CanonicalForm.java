package org.haki.xlsform;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What two XForms must share to mean the same: binds, actions, the blank instance, itext, secondary instances, and for each control
 * its attributes, texts and item set. Order counts only in the instance and within an item set; runs of spaces are one.
 */
final class CanonicalForm {

    private CanonicalForm() {}

    static Map<String, String> of(String xform) {
        var form = XForms.parse(xform);
        var lines = new TreeMap<String, String>();
        add(lines, form, "bind", "//x:model/x:bind");
        add(lines, form, "action", "//x:setvalue | //odk:setgeopoint");
        add(lines, form, "itext", "//x:itext/x:translation");
        add(lines, form, "text", "//x:itext/x:translation/x:text");
        add(lines, form, "instance", "//x:model/x:instance");
        add(lines, form, "control", "//h:body//*[@ref or @nodeset][not(self::x:value)][not(self::x:label)][not(self::x:hint)]");
        add(lines, form, "submission", "//x:submission");
        return lines;
    }

    private static void add(Map<String, String> lines, Document form, String kind, String path) {
        var nodes = XForms.nodes(form, path);
        for (int i = 0; i < nodes.getLength(); i++) {
            var element = (Element) nodes.item(i);
            var key = kind + " " + (kind.equals("text") ? attribute(element.getParentNode(), "lang") + " " : "") + shallow(element);
            lines.merge(key, switch (kind) {
                case "instance", "text" -> deep(element);
                case "control" -> control(element);
                default -> "";
            }, (one, other) -> one + " & " + other);
        }
    }

    private static String attribute(Node node, String name) {
        return ((Element) node).getAttribute(name);
    }

    private static String shallow(Element element) {
        var attributes = new TreeSet<String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            attributes.add(attribute.getNodeName() + "=" + attribute.getNodeValue().replaceAll("\\s+", " ").strip());
        }
        return element.getLocalName() + attributes;
    }

    private static String control(Element element) {
        var out = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part && java.util.List.of("label", "hint", "itemset", "item").contains(part.getLocalName())) {
                out.append(deep(part)).append(' ');
            }
        }
        return out.toString();
    }

    private static String deep(Element element) {
        var out = new StringBuilder(shallow(element));
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                out.append('{').append(deep(inner)).append('}');
            } else if (!child.getNodeValue().isBlank()) {
                out.append('"').append(child.getNodeValue().replaceAll("\\s+", " ").strip()).append('"');
            }
        }
        return out.toString();
    }
}
