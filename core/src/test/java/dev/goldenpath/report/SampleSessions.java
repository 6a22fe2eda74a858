package dev.goldenpath.report;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunStart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A test's log of WebSocket sessions, each piece of evidence a millisecond after the one before. */
final class SampleSessions implements AutoCloseable {
    static final String TEST = "[engine:junit-jupiter]/[class:com.example.ChatIT]/[method:streams()]";
    private static final Redaction REDACTION = new Redaction();

    private final RunLog log;
    private final Recording recording;
    private long nanos;

    /** Starts the log of another JVM of run {@code r1}. */
    SampleSessions(Path folder, Clock clock) throws IOException {
        nanos = System.nanoTime();
        RunClock since = RunClock.start(clock);
        log = RunLog.create(folder, "r1", since, REDACTION);
        RunStart.Jvm gone = new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH);
        log.runStarted(new RunStart("r1", "local", null, gone, null, Map.of()));
        log.testPlanned(
                new PlannedTest(TEST, "com.example.ChatIT", "streams()", "streams()", "P1", "chat", List.of("chat")));
        log.testStarted(TEST, 1);
        recording = new Ledger(since, List.of(log)).ofTest(TEST, 1);
    }

    SampleSessions opened(long session) {
        Phases phases = new Phases(
                Map.of(
                        NetworkPhase.DNS, Duration.ofMillis(1),
                        NetworkPhase.CONNECT, Duration.ofMillis(2),
                        NetworkPhase.TLS, Duration.ofMillis(4),
                        NetworkPhase.UPGRADE, Duration.ofMillis(30)),
                null,
                Duration.ofMillis(38));
        return record(new WsHandshake(
                "backend",
                "alice",
                session,
                "wss://h:1/ws?run=7",
                "[::1]:1",
                Map.of("Authorization", List.of("***")),
                101,
                Map.of("Upgrade", List.of("websocket")),
                "chat.v2",
                new Connection.Tls("TLSv1.3", "AES", "cd", "CN=h", Instant.parse("2027-01-01T00:00:00Z"), null),
                phases,
                null,
                null,
                null));
    }

    SampleSessions refused(long session, @Nullable Integer status, String why) {
        return record(new WsHandshake(
                "backend",
                null,
                session,
                "ws://h:1/ws",
                status == null ? null : "127.0.0.1:1",
                Map.of(),
                status,
                status == null ? Map.of() : Map.of("Retry-After", List.of("3")),
                null,
                null,
                Phases.ofTotal(Duration.ofMillis(5)),
                why,
                status == null ? CallFailure.Kind.REFUSED : null,
                status == null ? NetworkPhase.CONNECT : null));
    }

    SampleSessions sent(long session, String opcode, byte[] content) {
        return record(message(session, Direction.SENT, opcode, Body.of(null, content, REDACTION)));
    }

    SampleSessions received(long session, String text) {
        Body body = Body.ofText(text, REDACTION);
        return record(message(session, Direction.RECEIVED, "text", body));
    }

    SampleSessions closed(long session, int code, String reason, boolean byTest) {
        return record(new WsClose("backend", "alice", session, code, reason, byTest));
    }

    private static WsMessage message(long session, Direction direction, String opcode, Body body) {
        return new WsMessage("backend", "alice", session, direction, 1, opcode, null, false, body, List.of());
    }

    private SampleSessions record(Evidence evidence) {
        nanos += 1_000_000;
        recording.record(evidence, Phase.TEST, nanos);
        return this;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
