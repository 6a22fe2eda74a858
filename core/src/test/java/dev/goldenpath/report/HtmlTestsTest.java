package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlTestsTest {
    private static final String HOSTILE =
            "</script><script>window.broken = 1</script><img src=x onerror=\"window.broken = 1\">"
                    + "<!-- ]]> '\"&`|*_ \u0007 \u202Egnorw \u2028";

    @TempDir
    private Path folder;

    private static String page(LoggedRun run) throws IOException {
        StringWriter page = new StringWriter();
        HtmlReport.write(RunAccount.of(run), page);
        return page.toString();
    }

    @Test
    void theIndexHasEachTestOfTheRunInItsOrder() throws IOException {
        LoggedRun run = FullRun.read();
        JsonNode tests = PageBlocks.of(page(run)).get("tests-index").path("tests");
        assertThat(tests).hasSize(run.tests().size());
        for (int i = 0; i < tests.size(); i++) {
            LoggedTest test = run.tests().get(i);
            JsonNode entry = tests.get(i);
            assertThat(entry.path("class").asText()).isEqualTo(test.plan().className());
            assertThat(entry.path("name").asText()).isEqualTo(test.plan().name());
            assertThat(entry.path("verdict").asText()).isEqualTo(test.verdict().name());
            assertThat(entry.path("priority").asText()).isEqualTo(test.plan().priority());
            assertThat(entry.path("attempts").asInt()).isEqualTo(test.attempts().size());
            assertThat(entry.path("flaky").asBoolean()).isEqualTo(test.isFlaky());
            assertThat(entry.has("durationUs")).isEqualTo(test.took().isPresent());
            assertThat(entry.has("http")).isFalse();
            assertThat(entry.has("p95Us")).isFalse();
        }
        assertThat(tests.at("/0/durationUs").asLong()).isEqualTo(562_499);
        assertThat(tests.at("/1/message").asText()).isEqualTo("Expected status 202.\n  status: 503");
    }

    @Test
    void testsOfACauseLeadToIt() throws IOException {
        LoggedRun run = OutageRun.ofRedis();
        Map<String, JsonNode> blocks = PageBlocks.of(page(run));
        JsonNode index = blocks.get("tests-index");
        assertThat(index.path("causes")).hasSize(1);
        for (int i = 0; i < run.tests().size(); i++) {
            boolean folded = RunCauses.of(run).placeOf(run.tests().get(i)).isPresent();
            assertThat(index.at("/tests/" + i).has("cause")).isEqualTo(folded);
            assertThat(blocks.get("detail-" + i).has("cause")).isEqualTo(folded);
        }
        JsonNode cause =
                blocks.get("detail-" + positionOf(run, "agentAnswers()")).path("cause");
        assertThat(cause.path("number").asInt()).isEqualTo(1);
        assertThat(cause.path("headline").asText()).isEqualTo("redis failed, says backend");
        assertThat(cause.at("/whys/1").asText())
                .isEqualTo("backend is not ready: GET /health → 503 (confirmed, probe 3)");
    }

    private static int positionOf(LoggedRun run, String name) {
        return run.tests().stream().map(test -> test.plan().name()).toList().indexOf(name);
    }

    @Test
    void theDetailHasEachAttempt() throws IOException {
        JsonNode detail = PageBlocks.of(page(FullRun.read())).get("detail-2");
        assertThat(detail.path("attempts")).hasSize(3);
        assertThat(detail.at("/attempts/0/verdict").asText()).isEqualTo("FAILED");
        assertThat(detail.at("/attempts/0/failure/stackTrace").asText()).contains("\tat com.example.A.b(A.java:1)");
        assertThat(detail.at("/attempts/2/facts/0/key").asText()).isEqualTo("answers in the test");
        assertThat(detail.at("/attempts/2").has("failure")).isFalse();
    }

    @Test
    void theDetailHasTheEvidenceOfItsTestAlone() throws IOException {
        PlannedTest one = SampleLog.planned("com.example.ChatIT", "one()", "P1");
        PlannedTest other = SampleLog.planned("com.example.ChatIT", "other()", "P1");
        try (SampleLog log = new SampleLog(folder)) {
            log.test(one, Verdict.PASSED, null, SampleExchanges.onNewConnection(), SampleExchanges.login())
                    .test(other, Verdict.FAILED, "no", SampleExchanges.redirected());
            Map<String, JsonNode> blocks = PageBlocks.of(log.page());
            assertThat(blocks.get("detail-0").path("lines")).hasSize(2);
            assertThat(blocks.get("detail-1").path("lines")).hasSize(1);
            JsonNode entry = blocks.get("tests-index").at("/tests/0");
            // A login is no call of the test's own.
            assertThat(entry.path("http").asInt()).isEqualTo(1);
            assertThat(entry.path("p95Us").asLong()).isEqualTo(58_000);
            assertThat(entry.at("/services/0").asText()).isEqualTo("backend");
            assertThat(entry.path("detail").asBoolean()).isTrue();
        }
    }

    @Test
    void hostileTextsStayInTheirBlocks() throws IOException {
        PlannedTest test = new PlannedTest(
                "[test:" + HOSTILE + "]", HOSTILE, HOSTILE, HOSTILE + "!", "P1", HOSTILE, List.of(HOSTILE));
        try (SampleLog log = new SampleLog(folder)) {
            log.test(test, Verdict.FAILED, HOSTILE, new Step(HOSTILE, null, HOSTILE));
            String page = log.page();
            Map<String, JsonNode> blocks = PageBlocks.of(page);
            assertThat(blocks.keySet()).containsExactly("tests-index", "detail-0");
            assertThat(page.split("<script", -1)).hasSize(4);
            assertThat(blocks.get("tests-index").at("/tests/0/displayName").asText())
                    .isEqualTo(HOSTILE + "!");
            assertThat(blocks.get("detail-0").at("/lines/0/failure").asText()).isEqualTo(HOSTILE);
            assertThat(blocks.get("detail-0").at("/attempts/0/failure/message").asText())
                    .isEqualTo(HOSTILE);
        }
    }

    @Test
    void aLongNameIsCutInTheTableAndWholeInTheDetail() throws IOException {
        String longName = "x".repeat(100_000);
        LoggedRun run = new SampleRun().test("P1", longName, Verdict.PASSED).read();
        Map<String, JsonNode> blocks = PageBlocks.of(page(run));
        assertThat(blocks.get("tests-index").at("/tests/0/name").asText())
                .isEqualTo("x".repeat(300) + "… (99,702 more characters)");
        assertThat(blocks.get("detail-0").path("name").asText()).isEqualTo(longName + "()");
    }

    @Test
    void withoutScriptsThePageNamesTheFileToReadInstead() throws IOException {
        assertThat(page(FullRun.read()))
                .contains(
                        "<noscript><p>The list of tests needs JavaScript, which is off here. worklog.md beside this file "
                                + "says in plain text how the tests came out.</p>\n</noscript>");
    }

    @Test
    void whereThereIsNoRoomForAllTheTableHasAllAndThePageSaysWhatItHas() throws IOException {
        LoggedRun run = FullRun.read();
        StringWriter written = new StringWriter();
        HtmlTests tests = new HtmlTests(RunAccount.of(run), new Html(written), 7_300);
        tests.write();
        tests.writeDetails();
        Map<String, JsonNode> blocks = PageBlocks.of(written.toString());
        JsonNode index = blocks.get("tests-index").path("tests");
        assertThat(index).hasSize(run.tests().size());
        for (int i = 0; i < index.size(); i++) {
            LoggedTest test = run.tests().get(i);
            boolean tells = test.verdict() != Verdict.PASSED || test.isFlaky();
            assertThat(index.get(i).path("detail").asBoolean()).isEqualTo(blocks.containsKey("detail-" + i));
            assertThat(blocks.containsKey("detail-" + i)).isEqualTo(tells);
        }
        assertThat(written.toString())
                .contains(
                        "<p class=\"note\">Details of 9 of 11 tests are here, among them all of the 9 that did not pass, "
                                + "or not at once. The run log has all of them, and traffic.har all their traffic.</p>");
    }

    @Test
    void evidenceThatIsLongerThanForeseenIsCutRatherThanThePageGrows() throws IOException {
        try (SampleLog log = new SampleLog(folder)) {
            for (String name : List.of("one()", "other()")) {
                log.test(
                        SampleLog.planned("com.example.ChatIT", name, "P1"),
                        Verdict.PASSED,
                        null,
                        new Step("<".repeat(500), null, null),
                        new Step("a note", null, null));
            }
            HtmlDetails details = new HtmlDetails(RunAccount.of(log.run()), 7_600);
            assertThat(detail(details, 0).has("leftOut")).isFalse();
            JsonNode other = detail(details, 1);
            assertThat(other.path("leftOut").asInt()).isEqualTo(1);
            assertThat(other.at("/lines/0/name").asText()).isEqualTo("a note");
        }
    }

    private static JsonNode detail(HtmlDetails details, int position) throws IOException {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = PageJson.mapper().createGenerator(written)) {
            details.write(position, Long.MAX_VALUE, json);
        }
        return PageJson.mapper().readTree(written.toString());
    }

    @Test
    void ofAllTestsNothingIsSaidOfWhatIsLeftOut() throws IOException {
        assertThat(page(FullRun.read())).doesNotContain("tests are here");
    }
}
