package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.LoggedCode;
import dev.goldenpath.runlog.LoggedEvidence;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryReportTest {
    private static final Path PAGE = Path.of("..", "docs", "summary.md");

    static Stream<LoggedRun> runs() {
        return Stream.of(
                new SampleRun().read(),
                FullRun.read(),
                OutageRun.ofRedis(),
                OutageRun.ofRedeployment(),
                new SampleRun()
                        .environment("a\u0000\"\uD83D")
                        .required("P1", "99.50")
                        .revenue("EUR", "chat", "1E+5")
                        .jvm(End.RUNNING)
                        .jvm(End.FINISHED, "it went wrong")
                        .code(List.of(), List.of("a.A", "a.B"), List.of("a.C"))
                        .bypass("X-Skip", "backend", "a")
                        .pending(3)
                        .test("P1", "</script>\u202E|`", Verdict.FAILED)
                        .read());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void isOfTheDocumentedSchema(LoggedRun run) throws IOException {
        assertThat(Summaries.breaches(Summaries.of(run))).isEmpty();
    }

    @Test
    void theSchemaSeesWhatIsNotOfIt() throws IOException {
        ObjectNode summary = (ObjectNode) Summaries.of(FullRun.read());
        summary.withArray("notPassed").addObject().put("verdict", "PASSED");
        assertThat(Summaries.breaches(summary)).isNotEmpty();
        assertThat(Summaries.breaches(((ObjectNode) Summaries.of(FullRun.read())).put("more", 1)))
                .isNotEmpty();
    }

    @Test
    void theDocumentedSampleIsTheSummaryOfThatRun() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```json\n") + 8;
        String sample = page.substring(begin, page.indexOf("\n```\n", begin));
        TrafficFigures figures = new TrafficFigures();
        add(figures, SampleExchanges.onNewConnection());
        add(figures, SampleExchanges.redirected());
        assertThat(Summaries.text(RunAccount.of(outage(), figures))).isEqualTo(sample + "\n");
    }

    @Test
    void itsNumbersAreThoseOfTheConsole() throws IOException {
        LoggedRun run = FullRun.read();
        JsonNode tests = Summaries.of(run).path("tests");
        String[] total = ConsoleReport.of(run, Path.of("out"))
                .lines()
                .filter(line -> line.startsWith("total"))
                .findFirst()
                .orElseThrow()
                .split("\\s+");
        assertThat(Stream.of("planned", "passed", "failed", "blocked", "suspect", "error", "skipped", "missing")
                        .map(name -> tests.path(name).asText()))
                .containsExactly(Arrays.copyOfRange(total, 1, 9));
        assertThat(tests.path("passRate").asText()).isEqualTo(total[9]);
    }

    @Test
    void whatIsNotKnownIsAbsent() throws IOException {
        JsonNode summary = Summaries.of(new SampleRun()
                .test(SampleRun.planned("P1", "lost"))
                .services(SampleRun.told(Map.of("backend", "abc")))
                .read());
        assertThat(summary.has("startedAt")).isFalse();
        assertThat(summary.has("endedAt")).isFalse();
        assertThat(summary.has("revenue")).isFalse();
        assertThat(summary.has("audit")).isFalse();
        assertThat(summary.at("/notPassed/0").has("tookMs")).isFalse();
        assertThat(summary.at("/services/0").toString()).isEqualTo("{\"name\":\"backend\",\"revision\":\"abc\"}");
    }

    @Test
    void latenciesSayOfHowManySamplesTheyAre() throws IOException {
        TrafficFigures figures = new TrafficFigures();
        add(figures, SampleExchanges.onNewConnection());
        add(figures, SampleExchanges.onNewConnection());
        add(figures, SampleExchanges.refused());
        LoggedRun run = new SampleRun().test("P1", "a", Verdict.PASSED).read();
        assertThat(Summaries.of(RunAccount.of(run, figures)).at("/services/0/http"))
                .isEqualTo(new JsonMapper()
                        .readTree(
                                "{\"exchanges\":3,\"samples\":2,\"p50Ms\":58.000,\"p95Ms\":58.000,\"p99Ms\":58.000}"));
    }

    @Test
    void ofNoSampleThereIsNoPercentile() throws IOException {
        TrafficFigures figures = new TrafficFigures();
        add(figures, SampleExchanges.refused());
        LoggedRun run = new SampleRun().test("P1", "a", Verdict.PASSED).read();
        assertThat(Summaries.of(RunAccount.of(run, figures))
                        .at("/services/0/http")
                        .toString())
                .isEqualTo("{\"exchanges\":1,\"samples\":0}");
    }

    private static LoggedRun outage() {
        LoggedRun outage = OutageRun.ofRedis();
        Instant began = Instant.parse("2026-01-02T11:59:58.146Z");
        RunStart start = new RunStart(
                "build-41",
                "staging",
                new GitState("0123456789abcdef0123456789abcdef01234567", false),
                new RunStart.Jvm("17.0.15", "Eclipse Adoptium", 7, Instant.EPOCH),
                "https://ci.example.com/build/41",
                Map.of("groups", "P1 | P2"));
        return new LoggedRun(
                "build-41",
                Set.of("staging"),
                GateSettings.ofRates(Map.of("P1", new BigDecimal("95"))),
                outage.revenue(),
                List.of(),
                outage.services(),
                new LoggedCode(List.of(), new Audit(List.of("a.A", "a.B"), List.of("a.C")), List.of()),
                List.of(new LoggedJvm(
                        Path.of("run-build-41-7-1767355198146.jsonl"),
                        start,
                        began,
                        began.plusSeconds(25),
                        End.FINISHED,
                        List.of())),
                outage.tests(),
                0,
                outage.evidence());
    }

    private static void add(TrafficFigures figures, HttpExchange exchange) {
        figures.exchange(new LoggedEvidence<>(
                SampleRun.LOG, SampleRun.planned("P1", "a").test(), 1, Phase.TEST, Instant.EPOCH, exchange));
    }
}
