package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.w3c.dom.Element;

class JunitXmlTest {

    @Test
    void countsAreTheLogs() throws Exception {
        Element root = Xml.full(FullRun.read());

        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(counts(root)).isEqualTo("Golden Path: 11 tests, 2 failures, 5 errors, 1 skipped, 0.678 s");
        assertThat(Xml.all(root, "testsuite").map(JunitXmlTest::counts))
                .containsExactly(
                        "com.example.chat.ChatIT: 3 tests, 1 failures, 0 errors, 0 skipped, 0.612 s",
                        "com.example.chat.ChatIT$History: 1 tests, 0 failures, 0 errors, 0 skipped, 0.004 s",
                        "com.example.shop.StockIT: 7 tests, 1 failures, 5 errors, 1 skipped, 0.062 s");
        assertThat(Xml.all(root, "testsuite").map(suite -> suite.getAttribute("timestamp")))
                .containsOnly("2026-11-22T18:35:38Z");
    }

    @Test
    void everySuiteTellsOfTheRun() throws Exception {
        assertThat(Xml.all(Xml.full(FullRun.read()), "testsuite").map(Xml::properties))
                .hasSize(3)
                .containsOnly(List.of(
                        "goldenpath.run=build-41",
                        "goldenpath.environment=staging",
                        "goldenpath.revision.auth=0.4.0",
                        "goldenpath.revision.backend=0.4.2",
                        "goldenpath.git=0123456789abcdef0123456789abcdef01234567 (dirty)",
                        "goldenpath.limits=" + CodeFindings.LIMITS));
    }

    @Test
    void everyTestTellsItsOwnAndNothingThatIsAbsent() throws Exception {
        Element root = Xml.parse(Xml.written(FullRun.account(), false));

        assertThat(Xml.properties(Xml.testCase(root, "wobbles")))
                .containsExactly(
                        "goldenpath.priority=P1",
                        "goldenpath.protects=chat",
                        "goldenpath.verdict=PASSED",
                        "goldenpath.grade=C",
                        "goldenpath.attempts=3",
                        "goldenpath.revision=auth 0.4.0, backend 0.4.2",
                        "goldenpath.http.count=2",
                        "goldenpath.http.p95.ms=9.125",
                        "goldenpath.traceId=7c8bd1e2577b34da6a3ce929d0e0e475");
        assertThat(Xml.properties(Xml.testCase(root, "neverBegan")))
                .containsExactly("goldenpath.priority=P6", "goldenpath.verdict=MISSING", "goldenpath.attempts=0");
        assertThat(Xml.testCase(root, "neverBegan").hasAttribute("time")).isFalse();
    }

    @Test
    void everyVerdictHasItsElement() throws Exception {
        Element root = Xml.full(FullRun.read());

        assertThat(results(root, "answers(ServiceClient)")).isEmpty();
        assertThat(results(root, "isSlow"))
                .containsExactly("failure java.lang.AssertionError: Expected status 202.\n  status: 503");
        assertThat(Xml.all(root, "failure").findFirst().orElseThrow().getTextContent())
                .isEqualTo(
                        "java.lang.AssertionError: Expected status 202.\n  status: 503\n\tat com.example.A.b(A.java:1)");
        assertThat(results(root, "pretends"))
                .containsExactly(
                        "failure java.lang.AssertionError: This test passed, but nothing shows that a declared service did any work in it.\n"
                                + "  in the test: 0 HTTP responses, 0 received messages");
        assertThat(results(root, "counts"))
                .containsExactly(
                        "error dev.goldenpath.environment.EnvironmentNotReadyException: " + FullRun.ROOT_CAUSE);
        assertThat(results(root, "neverBegan"))
                .isEqualTo(results(root, "neverEnded"))
                .containsExactly("error MISSING: planned, and no end of it is in the run log");
        assertThat(results(root, "isOff")).containsExactly("skipped : until the\nnew catalogue is there");
    }

    @Test
    void attemptsBeforeAPassAreFlakyAndBeforeAnyOtherEndReruns() throws Exception {
        Element root = Xml.full(FullRun.read());

        assertThat(results(root, "wobbles"))
                .containsExactly(
                        "flakyFailure java.lang.AssertionError: 1 of 5 events did not arrive within 30 s.",
                        "flakyError java.lang.AssertionError: Set-up: user 'alice' has no thread.");
        assertThat(results(root, "neverPasses"))
                .containsExactly(
                        "rerunFailure java.lang.AssertionError: This test passed, but nothing shows that a declared service did any work in it.",
                        "error java.lang.AssertionError: No JSON field '/id' in the body <html>.",
                        "rerunError java.lang.AssertionError: Service 'stock' is not ready.");
        assertThat(Xml.all(root, "flakyError").map(Xml::children)).containsExactly(List.of("stackTrace"));
    }

    @Test
    void aFailureWithoutAThrowableIsOfItsVerdict() throws Exception {
        Element root = Xml.full(new SampleRun().test("P1", "a", Verdict.SUSPECT).read());

        assertThat(Xml.all(root, "failure").map(JunitXmlTest::result)).containsExactly("failure SUSPECT: ");
    }

    @Test
    void oneOutputSaysWhatItRestsOnAndWhereToReadOn() throws Exception {
        Element root = Xml.full(FullRun.read());

        assertThat(Xml.all(root, "testcase"))
                .hasSize(11)
                .allSatisfy(test -> assertThat(Xml.all(test, "system-out")).hasSize(1));
        assertThat(Xml.testCase(root, "wobbles")
                        .getLastChild()
                        .getPreviousSibling()
                        .getTextContent())
                .isEqualTo("""

                          verdict:             PASSED, grade C
                          attempts:            1 FAILED, 2 ERROR, 3 PASSED
                          answers in the test: 3
                          run log:             run-build-41-7-1795372538146.jsonl
                          test:                [engine:junit-jupiter]/[class:com.example.chat.ChatIT]/[method:wobbles()]
                        """);
        assertThat(Xml.all(Xml.testCase(root, "counts"), "system-out").map(Element::getTextContent))
                .containsExactly("""

                          verdict: BLOCKED
                          run log: run-build-41-7-1795372538146.jsonl
                          test:    [engine:junit-jupiter]/[class:com.example.shop.StockIT]/[method:counts()]
                        """);
    }

    @Test
    void aSharedCauseIsToldWhereTheMessageIsAnother() throws Exception {
        Element root = Xml.full(new SampleRun()
                .test(
                        SampleRun.planned("P1", "a"),
                        SampleRun.attempt(1, Verdict.BLOCKED, 1, "not ready", "db is down\n  now"))
                .read());

        assertThat(Xml.testCase(root, "a").getTextContent())
                .contains("  verdict: BLOCKED\n  cause:   db is down\n             now\n  run log: log\n");
    }

    @Test
    void theDocumentationShowsAPieceOfIt() throws Exception {
        String written = Xml.written(FullRun.account(), false);

        assertThat(Documented.blocks("junit-xml.md", "xml"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(written).contains(block));
    }

    @Test
    void aRunWithoutATestHasNoSuite() throws Exception {
        Element root = Xml.full(new SampleRun().jvm(End.FINISHED).read());

        assertThat(counts(root)).isEqualTo("Golden Path: 0 tests, 0 failures, 0 errors, 0 skipped, 0.000 s");
        assertThat(Xml.children(root)).isEmpty();
    }

    @Test
    void everySuiteTellsOfTheAuditAndOfAllowedFakes() throws Exception {
        Finding allowed = new Finding(
                "mock-library",
                Effect.ALLOWED,
                "ChatIT uses org.mockito.Mockito",
                "shop.ChatIT",
                "ChatIT.java",
                List.of("shop.ChatIT"),
                "Call the service.");
        Element root = Xml.full(new SampleRun()
                .test("P1", "a", Verdict.PASSED)
                .code(List.of(allowed), List.of("shop.A", "shop.B"), List.of("shop.ChatIT"))
                .read());

        assertThat(Xml.properties(
                        (Element) root.getElementsByTagName("testsuite").item(0)))
                .contains(
                        "goldenpath.audit=2 of 3 classes are clean",
                        "goldenpath.allowed-fake.1=ChatIT.java: ChatIT uses org.mockito.Mockito [mock-library]");
    }

    @Test
    void whatOtherJvmsHaveNotEndedIsTold() throws Exception {
        Element root = Xml.full(
                new SampleRun().test("P1", "a", Verdict.PASSED).pending(3).read());

        assertThat(Xml.properties(
                        (Element) root.getElementsByTagName("testsuite").item(0)))
                .containsExactly(
                        "goldenpath.run=r1", "goldenpath.limits=" + CodeFindings.LIMITS, "goldenpath.pending=3");
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void theSameRunIsTheSameTextInEveryCountry() throws Exception {
        Locale before = Locale.getDefault();
        String here = Xml.written(FullRun.read(), false);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Xml.written(FullRun.read(), false)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTextThatCannotBeWrittenIsNoReport() {
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> Xml.write(RunAccount.of(FullRun.read()), false, full))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device");
    }

    private static List<String> results(Element root, String name) {
        Element test = Xml.testCase(root, name);
        return Xml.children(test).stream()
                .filter(child -> !List.of("properties", "system-out").contains(child))
                .distinct()
                .flatMap(child -> Xml.all(test, child))
                .map(JunitXmlTest::result)
                .toList();
    }

    private static String result(Element element) {
        return element.getTagName() + " " + element.getAttribute("type") + ": " + element.getAttribute("message");
    }

    private static String counts(Element suite) {
        return "%s: %s tests, %s failures, %s errors, %s skipped, %s s"
                .formatted(
                        suite.getAttribute("name"),
                        suite.getAttribute("tests"),
                        suite.getAttribute("failures"),
                        suite.getAttribute("errors"),
                        suite.getAttribute("skipped"),
                        suite.getAttribute("time"));
    }
}
