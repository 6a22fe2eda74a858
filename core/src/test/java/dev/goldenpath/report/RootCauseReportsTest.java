package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class RootCauseReportsTest {
    private static final Path FOLDER = Path.of("logs");

    @Test
    void theConsoleTellsTheCauseFirstAndItsTestsNowhereElse() {
        assertThat(ConsoleReport.of(OutageRun.ofRedis(), FOLDER)).endsWith("""

                CAUSE   redis failed, says backend
                        since 12:00:10 UTC, until 12:00:20
                        3 tests: 1 FAILED, 2 BLOCKED (P1 2, P2 1); 120,000 USD per month unverified
                        ChatIT.agentAnswers() FAILED
                        ← WebSocket handshake 503 of backend (observed, session 3)
                        ← backend is not ready: GET /health → 503 (confirmed, probe 3)
                        ← redis failed, says backend: /checks/redis/status is 'down' (confirmed, probe 4)
                        ← open
                        - ChatIT.agentAnswers()
                        - ChatIT.history()
                        - ChatIT.search()

                FAILED  ChatIT.counts()
                        no

                Run log: logs/run-r1-*.jsonl
                """);
    }

    @Test
    void theGateTellsTheSame() {
        assertThat(GateReport.of(OutageRun.ofRedis()).text()).endsWith("""

                CAUSE   redis failed, says backend
                        since 12:00:10 UTC, until 12:00:20
                        3 tests: 1 FAILED, 2 BLOCKED (P1 2, P2 1); 120,000 USD per month unverified
                        ChatIT.agentAnswers() FAILED
                        ← WebSocket handshake 503 of backend (observed, session 3)
                        ← backend is not ready: GET /health → 503 (confirmed, probe 3)
                        ← redis failed, says backend: /checks/redis/status is 'down' (confirmed, probe 4)
                        ← open
                        - ChatIT.agentAnswers()
                        - ChatIT.history()
                        - ChatIT.search()
                FAILED  ChatIT.counts(): no
                """);
    }

    @Test
    void theWorklogHasASectionOfRootCauses() {
        assertThat(SampleRun.worklog(OutageRun.ofRedis(), FOLDER))
                .contains("""

                ### Root causes

                - `redis failed, says backend`, since 12:00:10 UTC, until 12:00:20

                  3 tests: 1 FAILED, 2 BLOCKED (P1 2, P2 1); 120,000 `USD` per month unverified

                  ```text
                  ChatIT.agentAnswers() FAILED
                  ← WebSocket handshake 503 of backend (observed, session 3)
                  ← backend is not ready: GET /health → 503 (confirmed, probe 3)
                  ← redis failed, says backend: /checks/redis/status is 'down' (confirmed, probe 4)
                  ← open
                  ```

                  - `ChatIT.agentAnswers()`
                  - `ChatIT.history()`
                  - `ChatIT.search()`

                  `ChatIT.agentAnswers()` failed with

                  ```text
                  no
                  ```

                <!-- notes:begin cause:redis -->
                <!-- notes:end cause:redis -->

                ### FAILED

                - `ChatIT.counts()`
                """)
                .contains("""
                1. See to `redis`: `redis failed, says backend`, since 12:00:10 UTC, until 12:00:20 (3 tests)
                2. Look into FAILED `ChatIT.counts()` (P2) in `com.example.ChatIT`: `no`
                """)
                .doesNotContain("### BLOCKED");
    }

    @Test
    void theJunitXmlNamesTheCauseOfEachOfItsTestsAndTheWayDown() throws Exception {
        Element root = Xml.full(OutageRun.ofRedis());

        assertThat(Xml.properties(Xml.testCase(root, "history")))
                .contains("goldenpath.cause=redis failed, says backend");
        assertThat(Xml.properties(Xml.testCase(root, "counts")))
                .noneMatch(property -> property.startsWith("goldenpath.cause="));
        assertThat(Xml.all(Xml.testCase(root, "history"), "system-out").map(Element::getTextContent))
                .containsExactly("""

                          verdict:    BLOCKED
                          root cause: redis failed, says backend
                                      ← backend is not ready: GET /health → 503 (confirmed, probe 3)
                                      ← redis failed, says backend: /checks/redis/status is 'down' (confirmed, probe 4)
                                      ← open
                          cause:      Service 'redis' is not ready.
                          run log:    log
                          test:       [class:ChatIT]/[method:history()]
                        """);
    }

    @Test
    void aRedeploymentIsTold() throws Exception {
        String sentence = "backend abc → def between 12:00:03 and 12:00:08 UTC; 1 test before, 1 after, 2 may have met "
                + "either";
        assertThat(ConsoleReport.of(OutageRun.ofRedeployment(), FOLDER))
                .contains("\n\nRedeployed in mid-run: " + sentence + ".\n");
        assertThat(GateReport.of(OutageRun.ofRedeployment()).text())
                .contains("\n\nRedeployed in mid-run: " + sentence + ".\n");
        assertThat(SampleRun.worklog(OutageRun.ofRedeployment(), FOLDER))
                .contains("\n- Redeployed in mid-run: `" + sentence + "`\n");
        Element root = Xml.full(OutageRun.ofRedeployment());
        assertThat(Xml.properties(Xml.all(root, "testsuite").findFirst().orElseThrow()))
                .contains("goldenpath.redeployment.1=" + sentence);
        assertThat(revision(root, "before")).isEqualTo("abc");
        assertThat(revision(root, "meanwhile")).isEqualTo("abc or def");
        assertThat(revision(root, "throughout")).isEqualTo("abc or def");
        assertThat(revision(root, "after")).isEqualTo("def");
    }

    private static String revision(Element root, String test) {
        String property = "goldenpath.revision.backend=";
        return Xml.properties(Xml.testCase(root, test)).stream()
                .filter(each -> each.startsWith(property))
                .findFirst()
                .orElseThrow()
                .substring(property.length());
    }
}
