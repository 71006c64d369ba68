package org.haki.cases;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.haki.kernel.Text;

/** An element of a CiviCRM case type, with its line; read within bounds, without DTDs and entities of its own. */
record CiviElement(String name, int line, StringBuilder words, List<CiviElement> children) {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ELEMENTS = 5_000;
    private static final int DEEPEST = 12;
    private static final int LONGEST = 200;

    /** The root of it, or {@link NotAFolder}. */
    static CiviElement read(byte[] xml) {
        if (xml.length > MOST_BYTES) {
            throw new NotAFolder("file_big", MOST_BYTES >> 20);
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return read(factory, xml);
        } catch (XMLStreamException broken) {
            throw new NotAFolder("not_xml", broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber());
        }
    }

    private static CiviElement read(XMLInputFactory factory, byte[] xml) throws XMLStreamException {
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        var open = new ArrayDeque<CiviElement>();
        CiviElement root = null;
        for (int elements = 0; reader.hasNext(); ) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new NotAFolder("not_xml", reader.getLocation().getLineNumber());
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = new CiviElement(reader.getLocalName(), reader.getLocation().getLineNumber(), new StringBuilder(), new ArrayList<>());
                    if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
                        throw new NotAFolder("xml_big");
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().children().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty() && open.peek().words().length() < LONGEST) {
                        open.peek().words().append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                default -> { }
            }
        }
        if (root == null || !root.name().equals("CaseType")) {
            throw new NotAFolder("not_civi");
        }
        return root;
    }

    String text() {
        var text = Text.clean(words.toString().strip().replaceAll("\\s+", " "));
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** The text of the child with this name, or "". */
    String text(String child) {
        return all(child).stream().findFirst().map(CiviElement::text).orElse("");
    }

    boolean flag(String child) {
        return List.of("1", "true").contains(text(child));
    }

    /** The children with this name. */
    List<CiviElement> all(String child) {
        return children.stream().filter(one -> one.name().equals(child)).toList();
    }

    /** The children with this name in the list of that name. */
    List<CiviElement> all(String list, String child) {
        return all(list).stream().flatMap(one -> one.all(child).stream()).toList();
    }
}
