package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The schema of the test allows less than Surefire's and Jenkins' own. */
class StrictJunitXmlTest {

    @Test
    void everythingThatCanHappenFitsTheSchema() {
        assertThatCode(() -> validate(Xml.written(FullRun.read(), true))).doesNotThrowAnyException();
    }

    @Test
    void hostileTextsFitTheSchema() throws Exception {
        String xml = Xml.written(HostileRun.read(), true);

        assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
        assertThat(Xml.all(Xml.parse(xml), "testcase"))
                .hasSize(3 * HostileRun.TEXTS.size())
                .allSatisfy(test -> assertThat(Xml.all(test, "script")).isEmpty());
    }

    @Test
    void eachOfSeveralFilesFitsTheSchema() throws Exception {
        List<String> parts = new ArrayList<>();

        JunitXmlFiles.write(Xml.of(FullRun.account(), true), 4_000, (name, text) -> {
            StringWriter writer = new StringWriter();
            text.writeTo(writer);
            parts.add(writer.toString());
        });

        assertThat(parts)
                .hasSizeGreaterThan(3)
                .allSatisfy(part -> assertThatCode(() -> validate(part)).doesNotThrowAnyException());
    }

    @Test
    void aRunWithoutATestFitsTheSchema() {
        assertThatCode(() ->
                        validate(Xml.written(new SampleRun().jvm(End.FINISHED).read(), true)))
                .doesNotThrowAnyException();
    }

    @Test
    void theFullDocumentDoesNot() throws IOException {
        String full =
                Xml.written(new SampleRun().test("P1", "a", Verdict.PASSED).read(), false);

        assertThatThrownBy(() -> validate(full))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("testsuites");
    }

    @Test
    void resultsInAnotherOrderDoNot() throws IOException {
        String swapped = Xml.written(FullRun.read(), true)
                .replace("rerunFailure", "was-first")
                .replace("rerunError", "rerunFailure")
                .replace("was-first", "rerunError");

        assertThatThrownBy(() -> validate(swapped))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("rerun");
    }

    @Test
    void itIsOneSuiteWithThePropertiesOfTheRunAlone() throws Exception {
        Element root = Xml.parse(Xml.written(FullRun.read(), true));

        assertThat(root.getTagName()).isEqualTo("testsuite");
        assertThat(root.getAttribute("tests")).isEqualTo("11");
        assertThat(Xml.all(root, "testcase")).hasSize(11);
        assertThat(Xml.all(root, "properties")).hasSize(1);
        assertThat(Xml.properties(root)).contains("goldenpath.run=build-41");
    }

    @Test
    void aTimeThatTheSchemaDemandsIsZeroWhereThereWasNone() throws Exception {
        Element root = Xml.parse(Xml.written(FullRun.read(), true));

        assertThat(Xml.testCase(root, "neverBegan").getAttribute("time")).isEqualTo("0.000");
    }

    private static void validate(String xml) throws SAXException, IOException {
        SchemaFactory.newDefaultInstance()
                .newSchema(Objects.requireNonNull(StrictJunitXmlTest.class.getResource("/strict-junit.xsd")))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }
}
