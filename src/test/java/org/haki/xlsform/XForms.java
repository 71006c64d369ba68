package org.haki.xlsform;

import java.io.StringReader;
import java.util.Iterator;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Parses XForms and asks them XPath questions, with the prefixes that the reference's tests use. */
final class XForms {

    private static final Map<String, String> NAMESPACES = Map.of("x", "http://www.w3.org/2002/xforms",
            "h", "http://www.w3.org/1999/xhtml", "jr", "http://openrosa.org/javarosa", "odk", "http://www.opendatakit.org/xforms",
            "orx", "http://openrosa.org/xforms", "ev", "http://www.w3.org/2001/xml-events",
            "entities", "http://www.opendatakit.org/xforms/entities");

    static {
        // the reference's tests ask long questions; the JDK allows a hundred operators
        for (var limit : new String[] {"jdk.xml.xpathExprOpLimit", "jdk.xml.xpathTotalOpLimit", "jdk.xml.xpathExprGrpLimit"}) {
            System.setProperty(limit, "0");
        }
    }

    private XForms() {}

    static Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception broken) {
            throw new AssertionError("The XForm is no XML: " + broken.getMessage() + "\n" + xml, broken);
        }
    }

    /** How many nodes an expression finds; 1 for one that is true. */
    static int count(Document form, String expression) {
        try {
            return ((NodeList) xpath().evaluate(expression, form, XPathConstants.NODESET)).getLength();
        } catch (XPathExpressionException noNodes) {
            try {
                return (Boolean) xpath().evaluate(expression, form, XPathConstants.BOOLEAN) ? 1 : 0;
            } catch (XPathExpressionException wrong) {
                throw new AssertionError(expression, wrong);
            }
        }
    }

    static NodeList nodes(Document form, String expression) {
        try {
            return (NodeList) xpath().evaluate(expression, form, XPathConstants.NODESET);
        } catch (XPathExpressionException wrong) {
            throw new AssertionError(expression, wrong);
        }
    }

    private static XPath xpath() {
        var xpath = XPathFactory.newInstance().newXPath();
        xpath.setNamespaceContext(new NamespaceContext() {
            @Override
            public String getNamespaceURI(String prefix) {
                return NAMESPACES.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
            }

            @Override
            public String getPrefix(String uri) {
                return null;
            }

            @Override
            public Iterator<String> getPrefixes(String uri) {
                return null;
            }
        });
        return xpath;
    }
}
