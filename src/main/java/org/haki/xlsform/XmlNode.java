package org.haki.xlsform;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of somebody else's XML, with the line it stands on. Read within bounds: no DOCTYPE, nothing deep, nothing large. Known
 * namespaces have the names here that this library writes, whatever the author calls them.
 */
final class XmlNode {

    private static final int DEEPEST = 64;
    private static final int MOST = 200_000;
    private static final Map<String, String> PREFIXES = Map.of("http://www.w3.org/2002/xforms", "", "http://www.w3.org/1999/xhtml", "h:",
            "http://openrosa.org/javarosa", "jr:", "http://openrosa.org/xforms", "orx:", "http://www.opendatakit.org/xforms", "odk:",
            "http://www.opendatakit.org/xforms/entities", "entities:", "http://www.w3.org/2001/xml-events", "ev:");

    final String name;
    final int line;
    final XmlNode parent;
    final Map<String, String> attributes = new LinkedHashMap<>();
    /** Texts and elements, in their order. */
    final List<Object> content = new ArrayList<>();

    private XmlNode(String name, int line, XmlNode parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    /** Reads a document; throws {@link Refused} for what is none, or lies outside of the bounds. */
    static XmlNode read(byte[] xml) {
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw new Refused(problem(Fault.XFORM_BROKEN, line));
        }
    }

    private static XmlNode read(XMLStreamReader xml) throws XMLStreamException {
        var encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("utf-8") && !encoding.equalsIgnoreCase("us-ascii")) {
            throw new Refused(problem(Fault.XFORM_ENCODING, 1, encoding));
        }
        XmlNode root = null;
        XmlNode here = null;
        int depth = 0;
        for (int count = 0; xml.hasNext(); ) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new Refused(problem(Fault.XFORM_DOCTYPE, xml.getLocation().getLineNumber()));
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST || ++count > MOST) {
                        throw new Refused(problem(depth > DEEPEST ? Fault.XFORM_DEEP : Fault.XFORM_LONG, xml.getLocation().getLineNumber(), depth > DEEPEST ? DEEPEST : MOST));
                    }
                    var node = new XmlNode(name(xml.getNamespaceURI(), xml.getPrefix(), xml.getLocalName()), xml.getLocation().getLineNumber(), here);
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        node.attributes.put(name(xml.getAttributeNamespace(i), xml.getAttributePrefix(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
                    }
                    if (here == null) {
                        root = node;
                    } else {
                        here.content.add(node);
                    }
                    here = node;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    here = here.parent;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (here != null) {
                        here.content.add(xml.getText());
                    }
                }
                default -> { }
            }
        }
        return root;
    }

    private static String name(String uri, String prefix, String local) {
        var known = uri == null ? null : PREFIXES.get(uri);
        return known != null ? known + local : prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    static Problem problem(Fault fault, int line, Object... said) {
        return new Problem(fault, line > 0 ? "line " + line : "", 0, 0, fault.say(said));
    }

    /** The name without what stands before its colon. */
    String local() {
        return name.substring(name.indexOf(':') + 1);
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    Stream<XmlNode> elements() {
        return content.stream().filter(XmlNode.class::isInstance).map(XmlNode.class::cast);
    }

    Stream<XmlNode> elements(String named) {
        return elements().filter(node -> node.name.equals(named));
    }

    /** The first element of this name right below, or null. */
    XmlNode first(String named) {
        return elements(named).findFirst().orElse(null);
    }

    /** Itself and all below that fit, in the order of the document. */
    Stream<XmlNode> all(Predicate<XmlNode> fits) {
        return Stream.concat(Stream.of(this).filter(fits), elements().flatMap(node -> node.all(fits)));
    }

    boolean hasElements() {
        return content.stream().anyMatch(XmlNode.class::isInstance);
    }

    /** Its own text, without that of the elements in it. */
    String text() {
        var text = new StringBuilder();
        content.stream().filter(String.class::isInstance).forEach(text::append);
        return text.toString();
    }
}
