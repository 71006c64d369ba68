package org.haki.forms;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.haki.xlsform.Form;

/**
 * A section's instance as XML, read by us before JavaRosa sees anything of it: JavaRosa follows any depth, and drops what it does
 * not know. A row carries its name in {@code haki:row}; one from elsewhere is named by its number.
 */
final class AnswersXml {

    static final int LARGEST = 4_000_000;
    private static final int DEEPEST = 64;
    private static final String HAKI = "urn:haki";
    private static final String XFORMS = "http://www.w3.org/2002/xforms";
    private static final XMLInputFactory IN = input();
    private static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();

    /** What was read, and what could not be. */
    record Read(Answers answers, List<Wrong> wrongs) {}

    private final FormVersion version;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final List<Wrong> wrongs = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private AnswersXml(FormVersion version) {
        this.version = version;
    }

    static XMLInputFactory input() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Everything that is wrong with it is said: unknown nodes, wrong types, nodes that stand twice. Values are as typed. */
    static Read read(FormVersion version, byte[] xml) {
        var reading = new AnswersXml(version);
        if (xml.length > LARGEST) {
            return unreadable(Wrong.Kind.TOO_LONG);
        }
        try {
            reading.document(IN.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException | Unreadable bad) {
            return unreadable(Wrong.Kind.UNREADABLE);
        }
        return new Read(new Answers(reading.values, reading.rows), reading.wrongs);
    }

    private static Read unreadable(Wrong.Kind kind) {
        return new Read(Answers.NONE, List.of(new Wrong("", kind)));
    }

    private void document(XMLStreamReader xml) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new Unreadable();
            }
        }
        if (!xml.getLocalName().equals(version.form().root())) {
            throw new Unreadable();
        }
        section(xml, null, "", 1);
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private void section(XMLStreamReader xml, Form.Field parent, String place, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new Unreadable();
        }
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                element(xml, parent, place, depth);
            } else if (xml.getEventType() == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                wrongs.add(new Wrong(place, Wrong.Kind.UNKNOWN));
            }
        }
    }

    private void element(XMLStreamReader xml, Form.Field parent, String place, int depth) throws XMLStreamException {
        var name = xml.getLocalName();
        var field = version.below(parent).stream().filter(one -> one.name().equals(name)).findFirst();
        var here = place.isEmpty() ? name : place + "/" + name;
        if (field.isEmpty()) {
            if (!isMeta(xml)) {
                wrongs.add(new Wrong(here, Wrong.Kind.UNKNOWN));
            }
            skip(xml, depth);
        } else if (field.get().kind() == Form.Kind.REPEAT) {
            var row = row(xml, here);
            section(xml, field.get(), here + "[" + row + "]", depth + 1);
        } else if (!seen.add(here)) {
            wrongs.add(new Wrong(here, Wrong.Kind.UNKNOWN));
            skip(xml, depth);
        } else if (field.get().kind() == Form.Kind.GROUP) {
            section(xml, field.get(), here, depth + 1);
        } else {
            values.put(here, text(xml));
        }
    }

    /** What phones add about themselves, and about things of which the form keeps book, belongs to no question. */
    private static boolean isMeta(XMLStreamReader xml) {
        return xml.getLocalName().equals("meta") || xml.getAttributeValue(XFORMS, "template") != null;
    }

    private String row(XMLStreamReader xml, String place) {
        var list = rows.computeIfAbsent(place, _ -> new ArrayList<>());
        var named = xml.getAttributeValue(HAKI, "row");
        var row = named != null && named.matches("\\w{1,40}") && !list.contains(named) ? named : String.valueOf(list.size() + 1);
        if (list.size() >= Filling.MOST_ROWS) {
            wrongs.add(new Wrong(place, Wrong.Kind.TOO_MANY_ROWS));
            throw new Unreadable();
        }
        list.add(row);
        return row;
    }

    private String text(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                throw new Unreadable();
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static void skip(XMLStreamReader xml, int depth) throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = xml.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth + open > DEEPEST) {
                throw new Unreadable();
            }
        }
    }

    /** The instance of these answers: every node of the form, also the empty ones. */
    static String write(FormVersion version, Answers answers) {
        return write(version, answers, Map.of(), null);
    }

    /** The same with what the instance says about itself, {@code instanceID} and so on, and about a thing of which it keeps book. */
    static String write(FormVersion version, Answers answers, Map<String, String> meta, MetaEntity entity) {
        var text = new StringWriter();
        try {
            var xml = OUT.createXMLStreamWriter(text);
            xml.writeStartElement(version.form().root());
            xml.writeAttribute("id", version.form().id());
            if (!version.form().version().isEmpty()) {
                xml.writeAttribute("version", version.form().version());
            }
            xml.writeNamespace("haki", HAKI);
            write(xml, version, answers, null, "");
            meta(xml, meta, entity);
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException never) {
            throw new IllegalStateException(never);
        }
        return text.toString();
    }

    private static void meta(XMLStreamWriter xml, Map<String, String> meta, MetaEntity entity) throws XMLStreamException {
        if (!meta.isEmpty()) {
            xml.writeStartElement("meta");
            for (var one : meta.entrySet()) {
                xml.writeStartElement(one.getKey());
                xml.writeCharacters(one.getValue());
                xml.writeEndElement();
            }
            if (entity != null) {
                xml.writeStartElement("entity");
                for (var attribute : entity.attributes().entrySet()) {
                    xml.writeAttribute(attribute.getKey(), attribute.getValue());
                }
                xml.writeStartElement("label");
                xml.writeCharacters(entity.label());
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
    }

    private static void write(XMLStreamWriter xml, FormVersion version, Answers answers, Form.Field parent, String place)
            throws XMLStreamException {
        for (var field : version.below(parent)) {
            var here = FormVersion.place(place, field);
            if (field.kind() == Form.Kind.REPEAT) {
                for (var row : answers.rowsOf(here)) {
                    xml.writeStartElement(field.name());
                    xml.writeAttribute("haki", HAKI, "row", row);
                    write(xml, version, answers, field, here + "[" + row + "]");
                    xml.writeEndElement();
                }
            } else {
                xml.writeStartElement(field.name());
                if (field.kind() == Form.Kind.GROUP) {
                    write(xml, version, answers, field, here);
                } else {
                    xml.writeCharacters(answers.value(here));
                }
                xml.writeEndElement();
            }
        }
    }

    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Unreadable() {
            super(null, null, false, false);
        }
    }
}
