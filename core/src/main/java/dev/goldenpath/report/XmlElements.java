package dev.goldenpath.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes an XML document element by element, well-formed whatever its texts hold. Not thread-safe. */
final class XmlElements {
    private static final Pattern UNHOLDABLE =
            Pattern.compile("[^\t\n\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Writer writer;
    private int depth;

    private XmlElements(Writer writer) {
        this.writer = writer;
    }

    /** What stands in an element. */
    interface Content {
        void write() throws IOException;
    }

    /** Writes a whole document; {@code root} writes its one element with what it is given. */
    static void document(Writer writer, Root root) throws IOException {
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        root.write(new XmlElements(writer));
        writer.write('\n');
    }

    /** What stands in a document. */
    interface Root {
        void write(XmlElements xml) throws IOException;
    }

    /** An element that holds others. */
    void element(String name, Map<String, String> attributes, Content content) throws IOException {
        start(name, attributes);
        writer.write('>');
        depth++;
        content.write();
        depth--;
        newLine();
        end(name);
    }

    /** An element that holds a text. */
    void element(String name, Map<String, String> attributes, String text) throws IOException {
        start(name, attributes);
        if (text.isEmpty()) {
            writer.write("/>");
            return;
        }
        writer.write('>');
        write(text, false);
        end(name);
    }

    private void start(String name, Map<String, String> attributes) throws IOException {
        newLine();
        writer.write('<');
        writer.write(name);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            writer.write(' ');
            writer.write(attribute.getKey());
            writer.write("=\"");
            write(attribute.getValue(), true);
            writer.write('"');
        }
    }

    private void end(String name) throws IOException {
        writer.write("</");
        writer.write(name);
        writer.write('>');
    }

    private void newLine() throws IOException {
        writer.write('\n');
        for (int i = 0; i < depth; i++) {
            writer.write("  ");
        }
    }

    private void write(String text, boolean inAttribute) throws IOException {
        String held = holdable(text);
        int begin = 0;
        for (int i = 0; i < held.length(); i++) {
            String escaped = escaped(held.charAt(i), inAttribute);
            if (escaped != null) {
                writer.write(held, begin, i - begin);
                writer.write(escaped);
                begin = i + 1;
            }
        }
        writer.write(held, begin, held.length() - begin);
    }

    /** What a reader would take for something else; a line end in an attribute would be a blank. */
    private static @Nullable String escaped(char letter, boolean inAttribute) {
        return switch (letter) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '"' -> inAttribute ? "&quot;" : null;
            case '\n' -> inAttribute ? "&#10;" : null;
            case '\t' -> inAttribute ? "&#9;" : null;
            default -> null;
        };
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
