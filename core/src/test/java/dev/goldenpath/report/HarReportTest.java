package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarReportTest {
    private static final String TEST = "[engine:junit-jupiter]/[class:com.example.ChatIT]/[method:answers()]";

    @TempDir
    private Path folder;

    private JsonNode archive;

    @BeforeEach
    void writeArchive() throws IOException {
        RunClock clock = RunClock.start(Clock.systemUTC());
        try (RunLog log = RunLog.create(folder, "r1", clock, new Redaction())) {
            log.runStarted(new RunStart("r1", "local", null, RunStart.Jvm.current(), null, Map.of()));
            log.testPlanned(new PlannedTest(
                    TEST, "com.example.ChatIT", "answers()", "answers()", "P1", "chat", List.of("chat")));
            Ledger ledger = new Ledger(clock, List.of(log));
            long start = System.nanoTime();
            ledger.ofRun(Phase.PROBE).record(SampleExchanges.login(), start);
            log.testStarted(TEST, 1);
            Recording recording = ledger.ofTest(TEST, 1);
            recording.record(SampleExchanges.onNewConnection(), Phase.TEST, start + 1_000_000);
            recording.record(SampleExchanges.refused(), Phase.TEST, start + 2_000_000);
            recording.record(SampleExchanges.redirected(), Phase.TEST, start + 3_000_000);
            log.testFinished(new FinishedTest(
                    TEST, 1, Verdict.PASSED, Grade.C, Duration.ofMillis(5), List.of(), null, null, null));
            log.runFinished(Map.of(Verdict.PASSED, 1), List.of());
        }
        archive = Archives.of(folder);
    }

    @Test
    void isValidAgainstTheSchemaOfHar() {
        assertThat(Archives.breaches(archive)).isEmpty();
        ((ObjectNode) entry(0).path("timings")).remove("send");
        assertThat(Archives.breaches(archive)).hasSize(1);
    }

    @Test
    void aTestIsAPageWithItsVerdict() {
        JsonNode pages = archive.at("/log/pages");
        assertThat(pages).hasSize(1);
        assertThat(pages.at("/0/id").textValue()).isEqualTo(TEST);
        assertThat(pages.at("/0/title").textValue()).isEqualTo("ChatIT.answers()");
        assertThat(pages.at("/0/comment").textValue()).isEqualTo("PASSED");
        assertThat(pages.at("/0/startedDateTime")).isEqualTo(entry(1).path("startedDateTime"));
        assertThat(archive.at("/log/entries"))
                .extracting(entry -> entry.path("pageref").asText("none"))
                .containsExactly("none", TEST, TEST, TEST);
    }

    @Test
    void phasesAreTimingsWhoseSumIsTheTime() {
        assertThat(entry(1).path("timings"))
                .hasToString("{\"blocked\":0.015,\"dns\":1,\"connect\":5.5,\"ssl\":3.5,\"send\":0.25,\"wait\":50.125,"
                        + "\"receive\":0.5,\"_unattributed\":0.61,\"_total\":58}");
        assertThat(entry(1).path("time").decimalValue()).isEqualByComparingTo("57.39");
    }

    @Test
    void whatDidNotHappenIsMinusOne() {
        assertThat(entry(0).path("timings"))
                .hasToString("{\"blocked\":-1,\"dns\":-1,\"connect\":-1,\"ssl\":-1,\"send\":0.02,\"wait\":2,"
                        + "\"receive\":-1,\"_unattributed\":0.01,\"_total\":2.03}");
        assertThat(entry(0).path("time").decimalValue()).isEqualByComparingTo("2.02");
    }

    @Test
    void aCallWithoutAnAnswerHasStatusZeroAndSaysWhy() {
        JsonNode refused = entry(2);
        assertThat(refused.at("/response/status").intValue()).isZero();
        assertThat(refused.at("/response/httpVersion").textValue()).isEmpty();
        assertThat(refused.at("/comment").textValue()).isEqualTo("Connection refused");
        assertThat(refused.path("_failure"))
                .hasToString("{\"kind\":\"REFUSED\",\"phase\":\"connect\",\"words\":\"Connection refused\"}");
        assertThat(refused.has("serverIPAddress")).isFalse();
    }

    @Test
    void anEntryTellsItsConnectionIdsAndCommand() {
        JsonNode entry = entry(1);
        assertThat(entry.path("serverIPAddress").textValue()).isEqualTo("::1");
        assertThat(entry.path("connection").textValue()).isEqualTo("50123");
        assertThat(entry.path("_service").textValue()).isEqualTo("backend");
        assertThat(entry.path("_user").textValue()).isEqualTo("alice");
        assertThat(entry.path("_traceId").textValue()).isEqualTo("trace");
        assertThat(entry.path("_requestId").textValue()).isEqualTo("request");
        assertThat(entry.path("_curl").textValue())
                .isEqualTo("curl -X POST 'https://h:1/ask?q=a%20b&token='\"$TOKEN\""
                        + " -H 'Content-Type: application/x-www-form-urlencoded'"
                        + " -H 'Authorization: '\"$ALICE_AUTHORIZATION\""
                        + " --data-raw 'name=J+D&password='\"$PASSWORD\"");
    }

    @Test
    void requestsHaveTheirParametersAsTheyWereSentAndTheirSecretsMasked() {
        JsonNode request = entry(1).path("request");
        assertThat(request.path("queryString"))
                .hasToString("[{\"name\":\"q\",\"value\":\"a%20b\"},{\"name\":\"token\",\"value\":\"***\"}]");
        assertThat(request.at("/postData/params"))
                .hasToString("[{\"name\":\"name\",\"value\":\"J+D\"},{\"name\":\"password\",\"value\":\"***\"}]");
        assertThat(request.at("/postData/text").textValue()).isEqualTo("name=J+D&password=***");
        assertThat(request.path("bodySize").intValue()).isEqualTo(24);
        assertThat(archive.toString()).doesNotContain("s3cret");
    }

    @Test
    void theLibrarysOwnCallsAreMarked() {
        assertThat(entry(0).path("comment").textValue()).isEqualTo("made by Golden Path itself: login");
        assertThat(entry(0).path("_purpose").textValue()).isEqualTo("login");
    }

    @Test
    void aRedirectSaysWhereTo() {
        assertThat(entry(3).at("/response/redirectURL").textValue()).isEqualTo("/elsewhere");
        assertThat(entry(3).at("/response/bodySize").intValue()).isEqualTo(-1);
        assertThat(entry(1).at("/response/redirectURL").textValue()).isEmpty();
        assertThat(entry(1).at("/response/bodySize").intValue()).isEqualTo(2);
    }

    @Test
    void isMadeWithTheOtherReportsAndRemovedWithThem() throws IOException {
        Path reports = folder.resolve("reports");
        Path har = reports.resolve("traffic.har");
        assertThat(Reports.make(reports, RunLogReader.read(folder, "r1"), false).files())
                .contains(har);
        assertThat(new JsonMapper().readTree(har.toFile())).isEqualTo(archive);
        Reports.remove(reports);
        assertThat(Files.exists(har)).isFalse();
    }

    private JsonNode entry(int number) {
        return archive.at("/log/entries/" + number);
    }
}
