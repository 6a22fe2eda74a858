package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlOverviewTest {
    private final Document page = HtmlPages.of(RedRun.account());

    @Test
    void theFirstThingIsTheVerdictInOneSentence() {
        assertThat(page.select("h1").eachText())
                .containsExactly(
                        "✗ Red: 12 of 23 tests did not pass, 10 of them for one cause: redis failed, says backend.");
        assertThat(page.selectFirst("header .about").text())
                .isEqualTo("environment staging · backend at 0.4.3 · redeployed in mid-run · 2 Jan 2026, 12:00 UTC · "
                        + "1 min 10 s");
    }

    @Test
    void theGateTellsItsReasonsAndItsRates() {
        assertThat(page.selectFirst("#gate h2").text()).isEqualTo("Gate: ✗ red");
        assertThat(page.select("#gate li").eachText())
                .isEqualTo(RedRun.account().gate().reasons())
                .contains("P1: 2 of 7 planned tests passed (28.5 %), and 100 % is required.");
        assertThat(HtmlPages.table(page, "What the gate asks for"))
                .containsExactly(
                        List.of("limit", "this run", "required"),
                        List.of("P1", "✗ 28.5 % (2 of 7), missed", "at least 100 %"),
                        List.of("overall", "✓ 47.8 % (11 of 23), good", "at least 40 %"),
                        List.of("revenue-at-risk", "✗ 120,000 USD, missed", "at most 100,000"),
                        List.of("markers", "✓ 0, good", "at most 0"));
        assertThat(page.select("#gate .counts .mark").eachText())
                .containsExactly("✓ passed 11", "✗ failed 2", "⊘ blocked 9", "– skipped 1");
    }

    @Test
    void aGateThatAsksForNoRatesSaysSo() {
        Document other = HtmlPages.of(
                RunAccount.of(new SampleRun().test("P1", "a", Verdict.PASSED).read()));
        assertThat(other.selectFirst("#gate").text())
                .isEqualTo("Gate: ✓ green ✓ passed 1 No pass rates are required in goldenpath.yaml.");
    }

    @Test
    void theRevenueHasThreeSharesThatAddUp() {
        assertThat(page.select("#revenue .key li").eachText())
                .containsExactly(
                        "verified 40,000.50 USD (17 %)",
                        "at risk 120,000 USD (50 %)", "not looked at 80,000 USD (33 %)");
        assertThat(page.selectFirst("#revenue .note").text()).startsWith("Together 240,000.50 USD.");
        assertThat(HtmlPages.table(page, "Revenue by name"))
                .containsExactly(
                        List.of("name", "this run says", "per month"),
                        List.of("chat", "at risk", "120,000 USD"),
                        List.of("search", "verified", "40,000.50 USD"),
                        List.of("billing", "not looked at", "80,000 USD"));
        double widths = page.select("#revenue .share").stream()
                .mapToDouble(share -> Double.parseDouble(share.attr("style").replace("flex-grow:", "")))
                .sum();
        assertThat(widths).isEqualTo(100, within(0.001));
    }

    @Test
    void eachCauseTellsItsWhysAndLinksToItsTests() {
        Element cause = page.selectFirst("#cause-1");
        assertThat(cause.selectFirst("h3").text()).isEqualTo("1. redis failed, says backend");
        assertThat(cause.selectFirst("p").text())
                .isEqualTo("Since 12:00:39 UTC, until 12:01:00. 10 tests: 1 FAILED, 9 BLOCKED (P1 5, P3 5); "
                        + "120,000 USD per month unverified.");
        assertThat(cause.select(".chain li").eachText())
                .containsExactly(
                        "ChatIT.agentAnswersInTheChat() FAILED",
                        "← GET /api/chat → 503 of backend (observed, call 12)",
                        "← backend is not ready: GET /health → 503 (confirmed, probe 6)",
                        "← redis failed, says backend: /checks/redis/status is 'down' (confirmed, probe 7)",
                        "← open");
        assertThat(cause.select(".of-cause a").eachAttr("href"))
                .isEqualTo(IntStream.rangeClosed(11, 20)
                        .mapToObj(i -> "#test-" + i)
                        .toList());
    }

    @Test
    void theTableAgreesWithTheTallies() {
        assertThat(HtmlPages.table(page, "Tests by priority and verdict"))
                .containsExactly(
                        List.of(
                                "priority",
                                "planned",
                                "passed",
                                "failed",
                                "blocked",
                                "suspect",
                                "error",
                                "skipped",
                                "pass rate",
                                "shortest",
                                "longest",
                                "verified USD",
                                "unverified USD"),
                        row("P1", "7", "2", "1", "4", "0", "0", "0", "28.5 %", "0 ms", "4.0 s", "0", "120,000"),
                        row("P2", "9", "9", "0", "0", "0", "0", "0", "100.0 %", "1.0 s", "1.0 s", "40,000.5", "0"),
                        row("P3", "6", "0", "1", "5", "0", "0", "0", "0.0 %", "0 ms", "1.0 s", "0", "0"),
                        row("P4", "1", "0", "0", "0", "0", "0", "1", "0.0 %", "–", "–", "0", "0"),
                        row(
                                "total",
                                "23",
                                "11",
                                "2",
                                "9",
                                "0",
                                "0",
                                "1",
                                "47.8 %",
                                "0 ms",
                                "4.0 s",
                                "40,000.5",
                                "200,000"));
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    @Test
    void whatDidNotPassByItselfStandsBelowTheTable() {
        assertThat(page.select("#results > ul > li").eachText())
                .containsExactly(
                        "✗ FAILED ChatIT.counts() Expected 3 items, and there were 4.",
                        "– SKIPPED ChatIT.isOff() until the new catalogue is there",
                        "ChatIT.wobbles() passed at attempt 2 attempt 1: ✗ FAILED 1 of 5 events did not arrive within "
                                + "30 s.");
    }

    @Test
    void theRunIsDescribed() {
        assertThat(page.select("#run .fact").eachText())
                .containsExactly(
                        "Environment staging",
                        "Revision backend 0.4.3",
                        "Ran 12:00:00 to 12:01:10 UTC, 1 min 10 s",
                        "Bypasses in use X-E2E-Bypass-Key → backend: 2 tests",
                        "Code audit 2 of 3 classes are clean",
                        "Git commit 0123456789abcdef0123456789abcdef01234567 (dirty)",
                        "CI build https://ci.example.com/build/41",
                        "Selection groups=P1 | P2 | P3 | P4",
                        "JVMs 1, Java 17.0.15 Eclipse Adoptium",
                        "Run r1",
                        "Redeployed in mid-run backend 0.4.2 → 0.4.3 between 12:00:30 and 12:01:00 UTC; 11 tests before, "
                                + "1 after, 10 may have met either");
    }

    @Test
    void onlyPagesAreLinked() {
        assertThat(page.select("#run a").eachAttr("href")).containsExactly("https://ci.example.com/build/41");
        for (String other : List.of("javascript:alert(1)", "data:text/html,x", "file:///etc", "no page", "//host/x")) {
            Document hostile =
                    HtmlPages.of(RunAccount.of(new SampleRun().jvm(jvm(other)).read()));
            assertThat(hostile.select("#run a")).isEmpty();
            assertThat(hostile.selectFirst("#run").text()).contains(other);
        }
    }

    private static LoggedJvm jvm(String build) {
        RunStart start = new RunStart("r1", null, null, new RunStart.Jvm("17", "x", 1, Instant.EPOCH), build, Map.of());
        return new LoggedJvm(Path.of("run-r1-1-1.jsonl"), start, Instant.EPOCH, End.FINISHED, List.of());
    }

    @Test
    void tellsOfJvmsThatHaveNotEnded() {
        Document other = HtmlPages.of(RunAccount.of(new SampleRun()
                .jvm(End.RUNNING)
                .jvm(End.KILLED)
                .test("P1", "a", Verdict.PASSED)
                .pending(3)
                .read()));
        assertThat(other.select("#run .fact").eachText())
                .contains(
                        "So far 3 more planned in JVMs of this run that have not ended",
                        "JVMs 2 killed: run-r1-2-1700000000000.jsonl still running: run-r1-1-1700000000000.jsonl");
    }

    @Test
    void ofARunOfNothingOnlyWhatIsKnown() {
        Document empty = HtmlPages.of(RunAccount.of(new SampleRun().read()));
        assertThat(empty.selectFirst("h1").text()).isEqualTo("✗ Red: no test was run.");
        assertThat(empty.selectFirst("header .about").text()).isEqualTo("no service said its revision");
        assertThat(empty.select("#revenue, #causes, #latencies, #services")).isEmpty();
        assertThat(empty.selectFirst("#results").text())
                .isEqualTo("Results by priority No golden-path test was planned.");
        assertThat(empty.select("nav a").eachText())
                .containsExactly("Overview", "Results", "Tests", "Findings", "Files");
    }
}
