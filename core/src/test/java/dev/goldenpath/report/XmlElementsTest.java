package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class XmlElementsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='b'>&amp; \"c\" ]]> <![CDATA[ </text>",
                " lines\nand\r\nlines\tand\rends \n",
                "naïve 漢字 \uE000\uFFFD 😀\u0085\u2028",
                ""
            })
    void whatXmlCanHoldComesBackAsItWas(String text) throws Exception {
        Element root = Xml.parse(written(text));

        assertThat(root.getAttribute("at")).isEqualTo(text);
        assertThat(root.getTextContent()).isEqualTo(text);
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws Exception {
        Element root = Xml.parse(written("a\u0000b\u001B[31m\uD83Dc\uDE00\uFFFE\uFFFF"));

        assertThat(root.getAttribute("at")).isEqualTo("a\uFFFDb\uFFFD[31m\uFFFDc\uFFFD\uFFFD\uFFFD");
        assertThat(root.getTextContent()).isEqualTo(root.getAttribute("at"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_022, 1_023, 1_024, 4_095, 8_191, 16_383, 16_384})
    void aPairOfSurrogatesStaysOneWhereverItStands(int before) throws Exception {
        String text = "x".repeat(before) + "😀".repeat(20_000);
        Element root = Xml.parse(written(text));

        assertThat(root.getAttribute("at")).isEqualTo(text);
        assertThat(root.getTextContent()).isEqualTo(text);
    }

    @Test
    void elementsStandBelowEachOther() throws IOException {
        StringWriter writer = new StringWriter();
        XmlElements.document(
                writer,
                xml -> xml.element("a", Map.of("n", "1\n2"), () -> {
                    xml.element("b", Map.of(), () -> xml.element("c", Map.of(), "text"));
                    xml.element("d", Map.of(), "");
                }));

        assertThat(writer).hasToString("""
                <?xml version="1.0" encoding="UTF-8"?>
                <a n="1&#10;2">
                  <b>
                    <c>text</c>
                  </b>
                  <d/>
                </a>
                """);
    }

    private static String written(String text) throws IOException {
        StringWriter writer = new StringWriter();
        XmlElements.document(writer, xml -> xml.element("text", Map.of("at", text), text));
        return writer.toString();
    }
}
