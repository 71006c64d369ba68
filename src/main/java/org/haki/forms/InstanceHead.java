package org.haki.forms;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the XML of a filled-in form says about itself.
 *
 * @param formId       the form it was filled in with
 * @param version      of the form; may be ""
 * @param instanceId   what tells it from every other; "" where it has none
 * @param deprecatedId the instance that it edits; "" for none
 */
public record InstanceHead(String formId, String version, String instanceId, String deprecatedId) {

    private static final int DEEPEST = 64;
    private static final int LONGEST = 200;

    /** Reads it; nothing where this is no XML, or declares what Haki does not follow. */
    public static Optional<InstanceHead> of(byte[] xml) {
        if (xml.length > AnswersXml.LARGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(read(AnswersXml.input().createXMLStreamReader(new ByteArrayInputStream(xml))));
        } catch (XMLStreamException unreadable) {
            return Optional.empty();
        }
    }

    private static InstanceHead read(XMLStreamReader xml) throws XMLStreamException {
        InstanceHead head = null;
        int depth = 0;
        boolean meta = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> {
                    return null;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        return null;
                    }
                    if (depth == 1) {
                        head = new InstanceHead(attribute(xml, "id"), attribute(xml, "version"), "", "");
                    } else if (depth == 2) {
                        meta = xml.getLocalName().equals("meta");
                    } else if (depth == 3 && meta && (xml.getLocalName().equals("instanceID") || xml.getLocalName().equals("deprecatedID"))) {
                        head = head.with(xml.getLocalName(), brief(xml.getElementText()));
                        depth--;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> { }
            }
        }
        return head;
    }

    private InstanceHead with(String name, String text) {
        return name.equals("instanceID") ? new InstanceHead(formId, version, text, deprecatedId) : new InstanceHead(formId, version, instanceId, text);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : brief(value);
    }

    private static String brief(String text) {
        return text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
    }
}
