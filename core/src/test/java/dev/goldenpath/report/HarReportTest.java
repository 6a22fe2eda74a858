package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.TraceIds;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.LoggedExchanges;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarReportTest {
    private static final String TEST = "[engine:junit-jupiter]/[class:com.example.ChatIT]/[method:answers()]";
    private static final Redaction REDACTION = new Redaction();

    @TempDir
    private Path folder;

    private JsonNode archive;

    @BeforeEach
    void writeArchive() throws IOException {
        RunClock clock = RunClock.start(Clock.systemUTC());
        try (RunLog log = RunLog.create(folder, "r1", clock, REDACTION)) {
            log.runStarted(new RunStart("r1", "local", null, RunStart.Jvm.current(), null, Map.of()));
            log.testPlanned(new PlannedTest(
                    TEST, "com.example.ChatIT", "answers()", "answers()", "P1", "chat", List.of("chat")));
            Ledger ledger = new Ledger(clock, List.of(log));
            long start = System.nanoTime();
            ledger.ofRun(Phase.PROBE).record(login(), start);
            log.testStarted(TEST, 1);
            Recording recording = ledger.ofTest(TEST, 1);
            recording.record(onNewConnection(), Phase.TEST, start + 1_000_000);
            recording.record(refused(), Phase.TEST, start + 2_000_000);
            recording.record(redirected(), Phase.TEST, start + 3_000_000);
            log.testFinished(new FinishedTest(
                    TEST, 1, Verdict.PASSED, Grade.C, Duration.ofMillis(5), List.of(), null, null, null));
            log.runFinished(Map.of(Verdict.PASSED, 1), List.of());
        }
        LoggedRun run = RunLogReader.read(folder, "r1");
        StringWriter text = new StringWriter();
        HarReport.write(run, LoggedExchanges.of(run), text);
        archive = new JsonMapper().readTree(text.toString());
    }

    @Test
    void isValidAgainstTheSchemaOfHar() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
                .getSchema(SchemaLocation.of("classpath:META-INF/resources/webjars/har-schema/2.0.0/lib/har.json"));
        assertThat(schema.validate(archive)).isEmpty();
        ((ObjectNode) entry(0).path("timings")).remove("send");
        assertThat(schema.validate(archive)).hasSize(1);
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
        assertThat(Reports.make(reports, RunLogReader.read(folder, "r1"), false))
                .contains(har);
        assertThat(new JsonMapper().readTree(har.toFile())).isEqualTo(archive);
        Reports.remove(reports);
        assertThat(Files.exists(har)).isFalse();
    }

    private JsonNode entry(int number) {
        return archive.at("/log/entries/" + number);
    }

    private static HttpExchange onNewConnection() {
        Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
        parts.put(NetworkPhase.QUEUED, micros(15));
        parts.put(NetworkPhase.DNS, micros(1_000));
        parts.put(NetworkPhase.CONNECT, micros(2_000));
        parts.put(NetworkPhase.TLS, micros(3_500));
        parts.put(NetworkPhase.SEND, micros(250));
        parts.put(NetworkPhase.WAIT, micros(50_125));
        parts.put(NetworkPhase.RECEIVE, micros(500));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
        headers.put("Authorization", List.of("s3cret"));
        return exchange(
                "alice",
                null,
                "POST",
                "https://h:1/ask?q=a%20b&token=s3cret",
                headers,
                body("application/x-www-form-urlencoded", "name=J+D&password=s3cret"),
                200,
                Map.of("Content-Type", List.of("application/json")),
                body("application/json", "{}"),
                new Connection(false, "[::1]:1", "[::1]:50123", null, List.of(), null, 10, 20),
                new Phases(parts, micros(610), micros(58_000)),
                null);
    }

    private static HttpExchange login() {
        return exchange(
                null,
                "login",
                "POST",
                "http://h/login",
                Map.of(),
                null,
                200,
                Map.of(),
                null,
                null,
                new Phases(
                        Map.of(NetworkPhase.SEND, micros(20), NetworkPhase.WAIT, micros(2_000)),
                        micros(10),
                        micros(2_030)),
                null);
    }

    private static HttpExchange refused() {
        return exchange(
                null,
                null,
                "GET",
                "http://h/",
                Map.of(),
                null,
                null,
                Map.of(),
                null,
                new Connection(false, null, null, null, List.of(), null, 0, 0),
                new Phases(Map.of(NetworkPhase.CONNECT, micros(90)), micros(1), micros(91)),
                new CallFailure(CallFailure.Kind.REFUSED, NetworkPhase.CONNECT, "Connection refused"));
    }

    private static HttpExchange redirected() {
        return exchange(
                null,
                null,
                "GET",
                "http://h/",
                Map.of(),
                null,
                302,
                Map.of("location", List.of("/elsewhere"), "Content-Encoding", List.of("gzip")),
                body("text/html", "there"),
                null,
                Phases.ofTotal(micros(5)),
                null);
    }

    private static HttpExchange exchange(
            @Nullable String user,
            @Nullable String purpose,
            String method,
            String url,
            Map<String, List<String>> requestHeaders,
            @Nullable Body requestBody,
            @Nullable Integer status,
            Map<String, List<String>> responseHeaders,
            @Nullable Body responseBody,
            @Nullable Connection connection,
            Phases phases,
            @Nullable CallFailure failure) {
        return new HttpExchange(
                "backend",
                user,
                purpose,
                new CallPlace(1, 1, null, false),
                method,
                REDACTION.text(url),
                REDACTION.headers(requestHeaders),
                requestBody,
                status,
                responseHeaders,
                responseBody,
                connection,
                new TraceIds("trace", "span", "request", Map.of()),
                phases,
                failure,
                List.of());
    }

    private static Body body(String type, String text) {
        return Body.of(type, text.getBytes(StandardCharsets.UTF_8), REDACTION);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(1_000 * micros);
    }
}
