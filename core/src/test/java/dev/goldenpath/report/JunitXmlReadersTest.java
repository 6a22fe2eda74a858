package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedRun;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the reader of Maven's own reports makes of both forms. */
class JunitXmlReadersTest {

    @Test
    void surefiresReaderCountsWhatTheSuitesSay() throws Exception {
        List<ReportTestSuite> suites = read(Xml.written(FullRun.account(), false));
        Element root = Xml.full(FullRun.read());

        assertThat(suites.stream().map(JunitXmlReadersTest::counts))
                .containsExactlyElementsOf(Xml.all(root, "testsuite")
                        .map(suite -> suite.getAttribute("name") + ": " + suite.getAttribute("tests") + ", "
                                + suite.getAttribute("failures") + ", " + suite.getAttribute("errors") + ", "
                                + suite.getAttribute("skipped"))
                        .toList());
        assertThat(suites.stream()
                        .mapToInt(suite -> suite.getTestCases().size())
                        .sum())
                .isEqualTo(11);
        // It counts attempts: one failure and one error before the pass.
        assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfFlakes).sum())
                .isEqualTo(2);
    }

    @Test
    void itCountsTheSameInTheStrictFormWhichItSortsByClass() throws Exception {
        assertThat(read(Xml.written(FullRun.account(), true)).stream()
                        .map(JunitXmlReadersTest::counts)
                        .toList())
                .isEqualTo(read(Xml.written(FullRun.account(), false)).stream()
                        .map(JunitXmlReadersTest::counts)
                        .toList());
    }

    @Test
    void itReadsTheMessageAndTheTypeOfAFailure() throws Exception {
        ReportTestCase slow = read(Xml.written(FullRun.account(), false)).stream()
                .flatMap(suite -> suite.getTestCases().stream())
                .filter(test -> test.getName().equals("isSlow"))
                .findFirst()
                .orElseThrow();

        assertThat(slow.getFailureMessage()).isEqualTo("Expected status 202.\n  status: 503");
        assertThat(slow.getFailureType()).isEqualTo("java.lang.AssertionError");
        assertThat(slow.getFullClassName()).isEqualTo("com.example.chat.ChatIT");
    }

    @Test
    void hostileTextsAreTextsToIt() throws Exception {
        LoggedRun run = HostileRun.read();

        List<ReportTestSuite> suites = read(Xml.written(run, false));

        assertThat(suites.stream().flatMap(suite -> suite.getTestCases().stream()))
                .hasSameSizeAs(run.tests());
        assertThat(suites.stream()
                        .flatMap(suite -> suite.getTestCases().stream())
                        .map(ReportTestCase::getFailureMessage))
                .anyMatch(message -> message != null && message.contains("]]></failure><script>alert(1)</script>"));
    }

    private static String counts(ReportTestSuite suite) {
        return suite.getFullClassName() + ": " + suite.getNumberOfTests() + ", " + suite.getNumberOfFailures() + ", "
                + suite.getNumberOfErrors() + ", " + suite.getNumberOfSkipped();
    }

    private static List<ReportTestSuite> read(String xml) throws Exception {
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }
}
