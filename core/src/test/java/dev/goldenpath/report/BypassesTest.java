package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class BypassesTest {
    private final LoggedRun run = new SampleRun()
            .test("P1", "a", Verdict.PASSED)
            .test("P1", "b", Verdict.PASSED)
            .test("P1", "c", Verdict.PASSED)
            .bypass("X-E2E-Bypass-Key", "backend", "a", "b")
            .bypass("x-e2e-bypass-key", "auth", "b")
            .bypass("X-E2E-Bypass-Key", "auth")
            .bypass("parameter 'skip_auth'", "backend", "a")
            .bypass("X-Skip-Limit", "auth")
            .read();
    private final LoggedRun clean =
            new SampleRun().test("P1", "a", Verdict.PASSED).read();

    @Test
    void theConsoleAndTheGateHaveALine() {
        String line = "\nBypass in use: parameter 'skip_auth' (1 test), X-E2E-Bypass-Key (2 tests and shared set-up), "
                + "X-Skip-Limit (shared set-up).\n";
        assertThat(ConsoleReport.of(run, Path.of("out"))).contains(line);
        assertThat(GateReport.of(run).text()).contains(line);
        assertThat(GateReport.of(run).reasons()).noneMatch(reason -> reason.contains("ypass"));
        assertThat(ConsoleReport.of(clean, Path.of("out"))).doesNotContain("Bypass");
        assertThat(GateReport.of(clean).text()).doesNotContain("Bypass");
    }

    @Test
    void theWorklogHasASection() {
        assertThat(SampleRun.worklog(run, Path.of("out"))).contains("""

                        ### Bypasses in use

                        - `parameter 'skip_auth'` → `backend`: 1 test
                        - `X-E2E-Bypass-Key` → `auth`, `backend`: 2 tests and shared set-up
                        - `X-Skip-Limit` → `auth`: shared set-up

                        """).doesNotContain("### Findings");
        assertThat(SampleRun.worklog(clean, Path.of("out")))
                .doesNotContain("Bypass")
                .contains("- [x] No bypass was used: 0");
    }

    @Test
    void theJunitXmlHasPropertiesOfEachSuiteAndOfEachTestThatUsedOne() throws Exception {
        Element root = Xml.full(run);

        assertThat(Xml.properties(
                        (Element) root.getElementsByTagName("testsuite").item(0)))
                .contains(
                        "goldenpath.bypass.1=parameter 'skip_auth' → backend: 1 test",
                        "goldenpath.bypass.2=X-E2E-Bypass-Key → auth, backend: 2 tests and shared set-up",
                        "goldenpath.bypass.3=X-Skip-Limit → auth: shared set-up");
        assertThat(Xml.properties(Xml.testCase(root, "a")))
                .contains("goldenpath.bypass.1=parameter 'skip_auth'", "goldenpath.bypass.2=X-E2E-Bypass-Key");
        assertThat(Xml.properties(Xml.testCase(root, "c"))).noneMatch(property -> property.contains("bypass"));
    }
}
