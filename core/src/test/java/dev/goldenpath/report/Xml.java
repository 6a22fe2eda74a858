package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The JUnit XML of a run, read again. */
final class Xml {
    private Xml() {}

    static String written(LoggedRun run, boolean strict) throws IOException {
        return written(RunAccount.of(run), strict);
    }

    static String written(RunAccount account, boolean strict) throws IOException {
        StringWriter writer = new StringWriter();
        write(account, strict, writer);
        return writer.toString();
    }

    static void write(RunAccount account, boolean strict, Writer writer) throws IOException {
        JunitXml xml = of(account, strict);
        xml.write(xml.tests(), writer, test -> {});
    }

    static JunitXml of(RunAccount account, boolean strict) {
        return new JunitXml(account, strict, AttachmentPaths.in(Path.of("/builds/shop/target/goldenpath"), Map.of()));
    }

    static Element full(LoggedRun run) throws Exception {
        return parse(written(run, false));
    }

    static Element parse(String text) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    static Stream<Element> all(Element below, String name) {
        NodeList nodes = below.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    static Element testCase(Element root, String name) {
        return all(root, "testcase")
                .filter(found -> found.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .map(Element::getTagName)
                .toList();
    }

    /** {@code name=value}, one a property right below. */
    static List<String> properties(Element parent) {
        return all(parent, "properties")
                .filter(found -> parent.isSameNode(found.getParentNode()))
                .flatMap(found -> all(found, "property"))
                .map(one -> one.getAttribute("name") + "=" + one.getAttribute("value"))
                .toList();
    }
}
