package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.Measurement;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.evidence.TokenIssued;
import dev.goldenpath.evidence.TraceIds;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLogSchemaTest {
    private static final Schema SCHEMA = schema();
    private static final Phases PHASES = new Phases(
            Stream.of(NetworkPhase.values())
                    .collect(Collectors.toMap(phase -> phase, phase -> Duration.ofNanos(1_500))),
            Duration.ZERO,
            Duration.ofMillis(2));
    private static final String PIN = "sha256/" + "+/8A".repeat(10) + "AAA=";
    private static final Phases NO_ANSWER = Phases.ofTotal(Duration.ofMillis(2));
    private static final Connection CONNECTION = new Connection(
            false,
            "127.0.0.1:1",
            "127.0.0.1:2",
            "127.0.0.1:3",
            List.of(
                    new Connection.Attempt("[::1]:1", Duration.ofMillis(1), "connection refused"),
                    new Connection.Attempt("127.0.0.1:1", Duration.ofMillis(1), null)),
            new Connection.Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", "a".repeat(64), "CN=h", Instant.EPOCH, PIN),
            10,
            20);
    private static final Map<String, List<String>> HEADERS = Map.of("Accept", List.of("a", "b"));

    @TempDir
    private Path temporary;

    private Map<String, JsonNode> samples;

    @BeforeEach
    void writeOneLineOfEachKind() throws IOException {
        LogFolder folder = new LogFolder(temporary.resolve("logs"));
        try (RunLog log = folder.open("r1")) {
            writeAll(log, folder);
        }
        samples = new LinkedHashMap<>();
        for (JsonNode line : folder.objects()) {
            // The fullest of a kind comes first.
            samples.putIfAbsent(line.path("kind").asText(line.path("type").asText()), line);
            assertThat(SCHEMA.validate(line)).as(line.toString()).isEmpty();
        }
    }

    @Test
    void everyLineTypeAndKindIsAmongTheLinesThatValidate() {
        assertThat(samples.keySet())
                .containsExactlyInAnyOrder(
                        "run-started",
                        "environment",
                        "test-planned",
                        "test-started",
                        "http-exchange",
                        "ws-handshake",
                        "ws-message",
                        "ws-close",
                        "socket",
                        "token",
                        "probe",
                        "revision",
                        "identity",
                        "finding",
                        "audit",
                        "step",
                        "measurement",
                        "attachment",
                        "test-finished",
                        "test-settled",
                        "run-finished");
        assertThat(Stream.of(LineType.values()).map(LineType::text))
                .allMatch(type -> type.equals("evidence") || samples.containsKey(type));
    }

    @Test
    void anUnknownFieldIsRejectedInEveryLine() {
        samples.forEach((kind, line) -> assertRejected(kind, line, copy -> copy.put("colour", "red")));
    }

    @Test
    void aMissingNumberTimeOrChainIsRejectedInEveryLine() {
        for (String field : List.of("seq", "at", "prev", "type")) {
            samples.forEach((kind, line) -> assertRejected(kind, line, copy -> copy.remove(field)));
        }
    }

    @Test
    void anUnknownFieldIsRejectedInsideALineToo() {
        for (String inside : List.of(
                "/phases", "/place", "/connection", "/connection/attempts/0", "/connection/tls", "/ids", "/failure")) {
            assertRejected("http-exchange", inside, "colour", 1);
        }
        assertRejected("http-exchange", "/responseBody", "colour", 1);
        assertRejected("run-started", "/jvm", "colour", 1);
        assertRejected("run-started", "/git", "colour", 1);
        assertRejected("environment", "/services/backend", "colour", 1);
        assertRejected("environment", "/peers", "colour", 1);
        assertRejected("environment", "/revenue", "colour", 1);
        assertRejected("environment", "/gate", "colour", 1);
        assertRejected("environment", "/gate/flaky", "colour", 1);
        assertRejected("environment", "/gate", "audit", 101);
        assertRejected("environment", "/services/backend/dependsOn", "redis", 1);
        assertRejected("test-finished", "/failure", "colour", 1);
        assertRejected("run-finished", "/counts", "GREEN", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "run-started,format,goldenpath-run/2",
        "run-started,prev,abc",
        "test-planned,priority,P7",
        "test-planned,type,test-imagined",
        "test-started,at,yesterday",
        "test-finished,verdict,MISSING",
        "test-finished,verdict,PASSED",
        "test-finished,verdict,SKIPPED",
        "test-finished,grade,C",
        "test-finished,reason,because",
        "test-finished,needs,backend",
        "http-exchange,phase,LATER",
        "http-exchange,kind,http-guess",
        "http-exchange,status,200",
        "http-exchange,method,get",
        "ws-message,direction,LOST",
        "ws-message,opcode,close",
        "ws-message,markers,mock",
        "http-exchange,markers,mock",
        "token,token,eyJhbGciOi",
        "probe,waited,2 s",
        "revision,offsetUs,0.5",
        "identity,confirmed,yes",
        "identity,says,''",
        "step,duration,0.5",
        "step,name,''",
        "measurement,unit,''",
        "measurement,value,fast",
        "attachment,sha256,abc",
        "attachment,file,../../x",
        "attachment,withheld,why"
    })
    void aWrongValueIsRejected(String kind, String field, String value) {
        assertRejected(kind, samples.get(kind), copy -> copy.put(field, value));
    }

    @Test
    void onlyAKnownFailureIsOfAnIssue() {
        assertRejected("test-finished", samples.get("test-finished"), copy -> copy.put("issue", "A"));
        assertRejected("test-finished", samples.get("test-finished"), copy -> copy.put("verdict", "KNOWN"));
    }

    @Test
    void evidenceOfATestNamesItsAttempt() {
        assertRejected("probe", samples.get("probe"), copy -> copy.put("test", "t"));
        assertRejected("http-exchange", samples.get("http-exchange"), copy -> copy.remove("attempt"));
    }

    @Test
    void anAttachmentHasEitherAFileWithItsDigestOrAReason() {
        assertRejected("attachment", samples.get("attachment"), copy -> copy.remove("file"));
        assertRejected("attachment", samples.get("attachment"), copy -> copy.remove("sha256"));
        assertRejected(
                "attachment",
                samples.get("attachment"),
                copy -> copy.remove(List.of("file", "sha256")).put("colour", "red"));
    }

    private void writeAll(RunLog log, LogFolder folder) {
        log.runStarted(new RunStart(
                "r1",
                "local",
                new GitState("0123456789abcdef0123456789abcdef01234567", true),
                RunStart.Jvm.current(),
                "https://ci.example.com/1",
                Map.of("groups", "P1"),
                new RunStart.Part(2, 5, "names")));
        log.runStarted(new RunStart("r1", null, null, RunStart.Jvm.current(), null, Map.of()));
        log.environment(environment());
        log.testPlanned(LogFolder.planned("t"));
        log.testStarted("t", 1);
        Recording recording = folder.ledger(log).ofTest("t", 1);
        recording.enter(Phase.TEST);
        Body body = Body.of("text/plain", "hello".getBytes(StandardCharsets.UTF_8), new Redaction());
        Body empty = Body.of(null, new byte[0], new Redaction());
        ofTest(body, empty).forEach(evidence -> recording.record(evidence, System.nanoTime()));
        Recording ownCalls = folder.ledger(log).ofRun(Phase.PROBE);
        ownCalls().forEach(evidence -> ownCalls.record(evidence, System.nanoTime()));
        List<Fact> facts = List.of(new Fact("key", "value"));
        log.testFinished(new FinishedTest(
                        "t",
                        1,
                        Verdict.FAILED,
                        null,
                        Duration.ofSeconds(1),
                        facts,
                        new AssertionError("no"),
                        null,
                        "root")
                .needing(List.of("redis", "backend")));
        log.testFinished(LogFolder.failed("t", new NullPointerException()));
        log.testFinished(LogFolder.passed("t"));
        log.testFinished(new FinishedTest("t", 1, Verdict.SKIPPED, null, null, List.of(), null, "@Disabled", null));
        log.testFinished(new FinishedTest(
                        "t", 1, Verdict.KNOWN, null, null, List.of(), new AssertionError("no"), "Known issue A", null)
                .knownAs("A"));
        log.testFinished(new FinishedTest("t", 1, Verdict.SUSPECT, null, null, List.of(), null, null, null));
        ownCalls.find(new Finding(
                "mock-library",
                Effect.FAKE,
                "A → B uses C",
                "b.B",
                "B.java:7",
                List.of("a.A", "b.B"),
                "Call the service."));
        ownCalls.find(Finding.inTraffic("undeclared-host", Effect.WARNING, "elsewhere", "Declare it."));
        ownCalls.record(new Audit(List.of("a.A"), List.of("b.B")), System.nanoTime());
        log.testSettled(new SettledTest("t", 1, Verdict.PASSED, Grade.B, facts));
        log.testSettled(new SettledTest("t", 1, Verdict.SUSPECT, null, List.of()));
        log.runFinished(new TreeMap<>(Map.of(Verdict.PASSED, 1, Verdict.SUSPECT, 2)), List.of("a verdict was lost"));
        log.runFinished(Map.of(), List.of());
    }

    private static List<Evidence> ofTest(Body body, Body empty) {
        return List.of(
                new HttpExchange(
                        "backend",
                        "alice",
                        "login",
                        new CallPlace(2, 2, CallPlace.Follows.RETRY, true),
                        "POST",
                        "http://h/",
                        HEADERS,
                        body,
                        200,
                        HEADERS,
                        body,
                        CONNECTION,
                        new TraceIds(
                                "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "r1", Map.of("CF-Ray", "1")),
                        PHASES,
                        new CallFailure(CallFailure.Kind.TRUNCATED, NetworkPhase.RECEIVE, "answer cut short"),
                        List.of("/source is \"mock\"")),
                Exchanges.answered(204),
                Exchanges.of(null, new CallFailure(CallFailure.Kind.OTHER, null, "call broken"), null),
                new WsHandshake(
                        "backend",
                        "alice",
                        1,
                        "ws://h/",
                        "127.0.0.1:1",
                        HEADERS,
                        101,
                        HEADERS,
                        "jwt",
                        CONNECTION.tls(),
                        PHASES,
                        "why",
                        CallFailure.Kind.PROTOCOL,
                        NetworkPhase.UPGRADE),
                new WsHandshake(
                        "backend", null, 2, "ws://h/", null, Map.of(), null, Map.of(), null, null, NO_ANSWER, "refused",
                        null, null),
                new WsMessage(
                        "backend",
                        "alice",
                        1,
                        WsMessage.Direction.SENT,
                        1,
                        "text",
                        "ask",
                        false,
                        body,
                        List.of("/a is \"mock\"")),
                new WsMessage(
                        "backend", null, 1, WsMessage.Direction.RECEIVED, 1, "binary", null, false, empty, List.of()),
                new WsClose("backend", "alice", 1, 1006, "", false),
                new WsClose("backend", null, 1, 1000, "bye", true),
                new SocketTraffic("database", "127.0.0.1", 5432, 206, 542, 5, 4, true, true, true),
                new SocketTraffic(null, "/run/other.sock", null, 0, 1, 0, 1, true, false, false));
    }

    private static List<Evidence> ownCalls() {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        return List.of(
                Exchanges.of(200, null, "readiness"),
                new TokenIssued(
                        "alice",
                        "login",
                        "auth",
                        "u1",
                        "issuer",
                        List.of("api"),
                        List.of("chat"),
                        now,
                        now,
                        Duration.ofSeconds(-3)),
                new TokenIssued("alice", "api-key", null, null, null, List.of(), List.of(), null, null, null),
                new Step("order", Duration.ofMillis(3), "AssertionError"),
                new Step("order", null, null),
                new Measurement("rate", 0.5, "1/s"),
                new Measurement("drift", -1e-9, "s"),
                new Attachment("page", "image/png", 1, "0".repeat(64), "attachments/r1/page-1-1.png", null),
                new Attachment("page", "image/png", 1, null, null, "secret"),
                new Probe(
                        3,
                        "backend",
                        RunPart.DURING,
                        ServiceState.CONTRADICTORY,
                        "front",
                        List.of("redis"),
                        List.of(new Probe.Check("health", ServiceState.FAILED, "GET / → 503")),
                        3,
                        Duration.ofMillis(700)),
                new Probe(
                        4, "plain", RunPart.AFTER, ServiceState.HEALTHY, null, List.of(), List.of(), 1, Duration.ZERO),
                new Revision("backend", "abc124", Instant.parse("2026-01-01T00:00:00Z"), RunPart.DURING),
                new Revision("backend", "abc123", null, RunPart.BEFORE),
                new Identity("backend", "alice", "u1", true),
                new Identity("backend", "alice", null, false));
    }

    private Environment environment() {
        try {
            Files.writeString(temporary.resolve("known-issues.yaml"), """
                    - { id: A, link: 'https://h/a', owner: b, expires: 2026-01-31, fingerprint: 0123456789abcdef, scope: { tests: a.B } }
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Project(temporary).yaml("""
                        environments:
                          local:
                            undeclared-hosts: { allow: [cdn.example.com] }
                            services:
                              backend:
                                url: "http://127.0.0.1:1"
                                health: /health
                                revision: { at: "/version#/revision", expected: abc1234, deployed: "/version#/at", max-age: 24h }
                                depends-on: { redis: optional }
                              redis: { reported-by: "backend#/redis", address: "127.0.0.1:6379" }
                        gate: { P1: 100%, overall: 95.5%, revenue-at-risk: 0.5, flaky: 2%, skipped: 3, audit: 90%, markers: 0, bypasses: [X-A] }
                        revenue: { currency: USD, chat: 120000.50 }
                        """).load();
    }

    private void assertRejected(String kind, String pointer, String field, int value) {
        assertRejected(kind, samples.get(kind), copy -> ((ObjectNode) copy.at(pointer)).put(field, value));
    }

    private static void assertRejected(String kind, JsonNode line, Consumer<ObjectNode> change) {
        ObjectNode copy = line.deepCopy();
        change.accept(copy);
        List<Error> errors = SCHEMA.validate(copy);
        assertThat(errors).as(kind + ": " + copy).isNotEmpty();
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("..", "docs", "goldenpath-run-1.schema.json")));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
