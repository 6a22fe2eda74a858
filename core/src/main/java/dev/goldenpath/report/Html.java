package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes HTML element by element: whatever a text or an attribute holds is shown as it is, and never read as markup. Not
 * thread-safe.
 */
final class Html {
    /** What a page can't show, and half of a surrogate pair. */
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]|[\\x{D800}-\\x{DFFF}]");

    /** Behind which a line end would be seen as a blank. */
    private static final Set<String> WITHIN_LINES = Set.of("a", "abbr", "b", "bdi", "code", "span", "strong", "text");

    /** So long a text is enough to know it by; all of it is in the run log. */
    static final int BRIEF = 600;

    private final Writer writer;

    Html(Writer writer) {
        this.writer = writer;
    }

    /** What stands in an element. */
    interface Content {
        void write() throws IOException;
    }

    /** What stands in a block of data. */
    interface Json {
        void write(JsonGenerator generator) throws IOException;
    }

    /** An element that holds others. */
    void element(String name, Map<String, String> attributes, Content content) throws IOException {
        start(name, attributes);
        content.write();
        writer.write("</" + name + ">");
        if (!WITHIN_LINES.contains(name)) {
            writer.write('\n');
        }
    }

    /** An element without attributes that holds others. */
    void element(String name, Content content) throws IOException {
        element(name, Map.of(), content);
    }

    /** An element that holds a text. */
    void element(String name, Map<String, String> attributes, String text) throws IOException {
        element(name, attributes, () -> text(text));
    }

    /** An element without attributes that holds a text. */
    void element(String name, String text) throws IOException {
        element(name, Map.of(), text);
    }

    /** An element that holds nothing and has no end, such as {@code br}. */
    void empty(String name, Map<String, String> attributes) throws IOException {
        start(name, attributes);
    }

    /** A text. */
    void text(String text) throws IOException {
        writer.write(escaped(text));
    }

    /** A text from outside, which may run from right to left without turning what stands around it. */
    void foreign(String text) throws IOException {
        element("bdi", text);
    }

    /** A text from outside of any length, cut where it is long; how much was cut stands behind it. */
    void brief(String text) throws IOException {
        foreign(Excerpt.cut(text, BRIEF));
    }

    /** Names and values of attributes, in this order. */
    static Map<String, String> attributes(String... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }

    /**
     * A style or a script of our own, as it is.
     *
     * @throws IllegalArgumentException when it would end the element that it is to stand in
     */
    void raw(String name, Map<String, String> attributes, String content) throws IOException {
        if (content.contains("</")) {
            throw new IllegalArgumentException("A " + name + " of our own must not hold '</'.");
        }
        start(name, attributes);
        writer.write(content);
        writer.write("</" + name + ">\n");
    }

    /** A block of data that a script reads by its id: whatever it holds, it is neither run nor read as markup. */
    void data(String id, Json json) throws IOException {
        writer.write("<script type=\"application/json\" id=\"" + escaped(id) + "\">");
        try (JsonGenerator generator = PageJson.mapper().createGenerator(writer)) {
            json.write(generator);
        }
        writer.write("</script>\n");
    }

    private void start(String name, Map<String, String> attributes) throws IOException {
        writer.write("<" + name);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            writer.write(" " + attribute.getKey() + "=\"" + escaped(attribute.getValue()) + "\"");
        }
        writer.write(">");
    }

    private static String escaped(String text) {
        return UNSHOWABLE
                .matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
