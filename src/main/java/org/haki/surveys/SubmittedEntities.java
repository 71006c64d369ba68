package org.haki.surveys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.haki.entities.EntitySaid;
import org.haki.entities.EntityWords;
import org.haki.forms.FormVersion;
import org.haki.kernel.Text;
import org.haki.xlsform.Form;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What a filled-in form says of things of which forms keep book (https://getodk.github.io/xforms-spec/entities): each {@code meta/entity}
 * with what is saved in the same group, repeat or below it. Read after {@code InstanceHead} bounded it.
 */
final class SubmittedEntities {

    private static final String SAVE_TO = "entities:saveto";
    private static final int MOST = 500;
    private static final int LONGEST = 10_000;

    private record Found(Element entity, Map<String, String> values) {}

    /** What a form does with a list: whether it makes things or changes them, and which properties it saves. */
    record Declared(boolean creates, boolean updates, Set<String> properties) {}

    private final FormVersion form;
    private final List<Found> found = new ArrayList<>();

    private SubmittedEntities(FormVersion form) {
        this.form = form;
    }

    /** Whether the form says anything of any. */
    static boolean keepsBook(FormVersion form) {
        return form.xform().contains("<entity ");
    }

    /** Everything that this XML says, in its order. */
    static List<EntitySaid> of(FormVersion form, byte[] xml) {
        if (!keepsBook(form)) {
            return List.of();
        }
        var read = new SubmittedEntities(form);
        read.walk(parse(xml).getDocumentElement(), "", null);
        return read.found.stream().limit(MOST).map(SubmittedEntities::said).toList();
    }

    /** Which lists the form keeps, and what it does with each. */
    static Map<String, Declared> declared(FormVersion form) {
        var lists = new LinkedHashMap<String, Declared>();
        if (keepsBook(form)) {
            var read = new SubmittedEntities(form);
            var instances = parse(form.xform().getBytes(StandardCharsets.UTF_8)).getElementsByTagNameNS("*", "instance");
            children(instances.item(0)).stream().findFirst().ifPresent(root -> read.walk(root, "", null));
            read.found.forEach(one -> lists.merge(one.entity().getAttribute("dataset"), new Declared(one.entity().hasAttribute("create"),
                    one.entity().hasAttribute("update"), new LinkedHashSet<>(one.values().keySet())), (first, _) -> first));
        }
        return lists;
    }

    private void walk(Element container, String place, Found above) {
        var entity = children(container).stream().filter(child -> child.getLocalName().equals("meta")).flatMap(meta -> children(meta).stream())
                .filter(child -> child.getLocalName().equals("entity")).findFirst().map(element -> new Found(element, new LinkedHashMap<>()));
        entity.ifPresent(found::add);
        var here = entity.orElse(above);
        for (var child : children(container)) {
            var at = place.isEmpty() ? child.getLocalName() : place + "/" + child.getLocalName();
            var field = form.field(at);
            if (field != null && field.kind() != Form.Kind.QUESTION) {
                walk(child, at, here);
            } else if (field != null && here != null && field.bind().containsKey(SAVE_TO)) {
                here.values().put(field.bind().get(SAVE_TO), text(child));
            }
        }
    }

    private static EntitySaid said(Found one) {
        var entity = one.entity();
        var label = children(entity).stream().filter(child -> child.getLocalName().equals("label")).findFirst().map(SubmittedEntities::text).orElse("");
        return new EntitySaid(entity.getAttribute("dataset"), entity.getAttribute("id"), entity.getAttribute("create"), entity.getAttribute("update"),
                entity.getAttribute("baseVersion"), entity.getAttribute("trunkVersion"), entity.getAttribute("branchId"), new EntityWords(label, one.values()));
    }

    private static String text(Element element) {
        var text = Text.clean(element.getTextContent()).strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static List<Element> children(Node parent) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Document parse(byte[] xml) {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException read) {
            throw new IllegalArgumentException("What was read before cannot be read", read);
        }
    }
}
