package dev.goldenpath.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Writes an XML document element by element, well-formed whatever its texts hold. Not thread-safe. */
final class XmlElements {
    private static final String NO_NAMESPACE = "";
    private static final Pattern UNHOLDABLE =
            Pattern.compile("[^\t\n\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final TransformerHandler handler;
    private int depth;

    private XmlElements(TransformerHandler handler) {
        this.handler = handler;
    }

    /** What stands in an element. */
    interface Content {
        void write() throws SAXException;
    }

    /** Writes a whole document; {@code root} writes its one element with what it is given. */
    static void document(Writer writer, Root root) throws IOException {
        try {
            TransformerHandler handler =
                    ((SAXTransformerFactory) TransformerFactory.newDefaultInstance()).newTransformerHandler();
            // The serializer's own declaration speaks of standalone, and ends without a line end.
            handler.getTransformer().setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            handler.setResult(new StreamResult(writer));
            writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            handler.startDocument();
            root.write(new XmlElements(handler));
            handler.endDocument();
            writer.write('\n');
        } catch (SAXException e) {
            throw new IOException("The XML can't be written: " + e.getMessage(), e);
        } catch (TransformerConfigurationException e) {
            throw new IllegalStateException("This Java can write no XML", e);
        }
    }

    /** What stands in a document. */
    interface Root {
        void write(XmlElements xml) throws SAXException;
    }

    /** An element that holds others. */
    void element(String name, Map<String, String> attributes, Content content) throws SAXException {
        start(name, attributes);
        depth++;
        content.write();
        depth--;
        newLine();
        handler.endElement(NO_NAMESPACE, name, name);
    }

    /** An element that holds a text. */
    void element(String name, Map<String, String> attributes, String text) throws SAXException {
        start(name, attributes);
        char[] characters = holdable(text).toCharArray();
        handler.characters(characters, 0, characters.length);
        handler.endElement(NO_NAMESPACE, name, name);
    }

    private void start(String name, Map<String, String> attributes) throws SAXException {
        AttributesImpl all = new AttributesImpl();
        attributes.forEach((key, value) -> all.addAttribute(NO_NAMESPACE, key, key, "CDATA", holdable(value)));
        newLine();
        handler.startElement(NO_NAMESPACE, name, name, all);
    }

    private void newLine() throws SAXException {
        char[] indent = ("\n" + "  ".repeat(depth)).toCharArray();
        handler.ignorableWhitespace(indent, 0, indent.length);
    }

    /** The text with U+FFFD for each character that XML 1.0 has no way to write. */
    static String holdable(String text) {
        // Hardly any text has one, and there are many texts.
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return UNHOLDABLE.matcher(text).replaceAll("\uFFFD");
            }
        }
        return text;
    }

    private static boolean isPlain(char letter) {
        return (letter >= ' ' && letter < '\uD800') || letter == '\n' || letter == '\t';
    }
}
