package dev.goldenpath.compare;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.TraceIds;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.LoggedRun;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run whose log is written as a JVM would, line by line; what began first is told first. */
final class StagedRun {
    private final Path folder;
    private final String run;
    private final RunLog log;
    private final Ledger ledger;
    private final long start = System.nanoTime();
    private long nanos = start;
    private String test = "";
    private Recording recording;
    private long session;
    private Verdict verdict = Verdict.PASSED;

    StagedRun(Path parent, String run) throws IOException {
        this.folder = Files.createDirectories(parent.resolve(run));
        this.run = run;
        RunClock clock = RunClock.start(Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC));
        this.log = RunLog.create(folder, run, clock, new Redaction());
        RunStart.Jvm gone = new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH);
        log.runStarted(new RunStart(run, "local", null, gone, null, Map.of()));
        this.ledger = new Ledger(clock, List.of(log));
        this.recording = ledger.ofRun(Phase.PROBE);
    }

    /** What comes is of this test, and it ends so. */
    StagedRun test(String name, Verdict ends) {
        return test("[method:" + name + "()]", name + "()", ends);
    }

    /** As above, with the end of the test's id. */
    StagedRun test(String id, String name, Verdict ends) {
        end();
        test = "[engine:junit-jupiter]/[class:com.example.ShopIT]/" + id;
        verdict = ends;
        log.testPlanned(new PlannedTest(test, "com.example.ShopIT", name, name, "P1", "shop", List.of()));
        log.testStarted(test, 1);
        recording = ledger.ofTest(test, 1);
        return this;
    }

    private void end() {
        if (!test.isEmpty()) {
            boolean failed = verdict == Verdict.FAILED || verdict == Verdict.BLOCKED;
            log.testFinished(new FinishedTest(
                    test,
                    1,
                    verdict,
                    verdict == Verdict.PASSED ? Grade.B : null,
                    Duration.ofMillis(12),
                    List.of(),
                    failed ? new AssertionError("it did not") : null,
                    verdict == Verdict.SKIPPED ? "not today" : null,
                    null));
        }
        test = "";
    }

    private StagedRun record(Evidence evidence, Phase phase) {
        nanos += 10_000;
        recording.record(evidence, phase, nanos);
        return this;
    }

    /** Time goes by. */
    StagedRun later(Duration later) {
        nanos += later.toNanos();
        return this;
    }

    StagedRun revision(String revision) {
        ledger.ofRun(Phase.PROBE).record(new Revision("shop", revision, null, RunPart.BEFORE), Phase.PROBE, nanos);
        return this;
    }

    StagedRun call(String call, int status, String body) {
        return call(call, status, body, Map.of(), null);
    }

    StagedRun call(String call, int status, String body, String header, String value) {
        return call(call, status, body, Map.of(header, List.of(value)), null);
    }

    StagedRun refused(String call) {
        CallFailure failure = new CallFailure(CallFailure.Kind.REFUSED, NetworkPhase.CONNECT, "connection refused");
        return call(call, null, "", Map.of(), failure);
    }

    /** A call of the library's own. */
    StagedRun probe(String call, int status, String body) {
        HttpExchange exchange = exchange(call, status, body, Map.of(), null, "readiness", null, Map.of(), 1_000);
        nanos += 10_000;
        ledger.ofRun(Phase.PROBE).record(exchange, Phase.PROBE, nanos);
        return this;
    }

    /** A call over TLS to a peer with this certificate. */
    StagedRun encrypted(String call, String address, String certificate) {
        Connection.Tls tls = new Connection.Tls("TLSv1.3", "AES", certificate, "CN=shop", null, null);
        Connection connection = new Connection(true, address, "127.0.0.1:50000", null, List.of(), tls, 10, 10);
        return record(exchange(call, 200, "{}", Map.of(), null, null, connection, Map.of(), 1_000), Phase.TEST);
    }

    /** An answered call that waited so long. */
    StagedRun timed(String call, long waitMicros) {
        Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
        parts.put(NetworkPhase.WAIT, micros(waitMicros));
        return record(exchange(call, 200, "{}", Map.of(), null, null, null, parts, waitMicros + 500), Phase.TEST);
    }

    private StagedRun call(
            String call,
            @Nullable Integer status,
            String body,
            Map<String, List<String>> headers,
            @Nullable CallFailure failure) {
        return record(exchange(call, status, body, headers, failure, null, null, Map.of(), 1_000), Phase.TEST);
    }

    private static HttpExchange exchange(
            String call,
            @Nullable Integer status,
            String body,
            Map<String, List<String>> headers,
            @Nullable CallFailure failure,
            @Nullable String purpose,
            @Nullable Connection connection,
            Map<NetworkPhase, Duration> parts,
            long micros) {
        String[] words = call.split(" ", -1);
        return new HttpExchange(
                "shop",
                words.length > 2 ? words[2] : null,
                purpose,
                new CallPlace(1, 1, null, false),
                words[0],
                "http://127.0.0.1:8080" + words[1],
                Map.of(),
                null,
                status,
                headers,
                Body.ofText(body, new Redaction()),
                connection,
                new TraceIds(null, null, null, Map.of()),
                new Phases(parts, null, micros(micros)),
                failure,
                List.of());
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    /** A handshake of alice's. */
    StagedRun socket(int status) {
        session++;
        return record(
                new WsHandshake(
                        "shop",
                        "alice",
                        session,
                        "ws://127.0.0.1:8080/ws",
                        "127.0.0.1:8080",
                        Map.of(),
                        status,
                        Map.of(),
                        null,
                        null,
                        Phases.ofTotal(micros(1_000)),
                        status == 101 ? null : "refused with status " + status,
                        null,
                        null),
                Phase.TEST);
    }

    /** Messages of the newest session, each {@code type} or {@code type body}. */
    StagedRun events(String... events) {
        for (String event : events) {
            String[] words = event.split(" ", 2);
            String body = words.length > 1 ? words[1] : "{}";
            record(
                    new WsMessage(
                            "shop",
                            "alice",
                            session,
                            WsMessage.Direction.RECEIVED,
                            1,
                            "text",
                            words[0],
                            false,
                            Body.ofText(body, new Redaction()),
                            List.of()),
                    Phase.TEST);
        }
        return this;
    }

    StagedRun closed(int code, boolean byTest) {
        return record(new WsClose("shop", "alice", session, code, "", byTest), byTest ? Phase.TEARDOWN : Phase.TEST);
    }

    LoggedRun read() throws IOException {
        end();
        log.runFinished(Map.of(), List.of());
        log.close();
        return RunLogReader.read(folder, run);
    }
}
