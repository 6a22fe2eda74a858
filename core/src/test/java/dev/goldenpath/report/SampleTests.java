package dev.goldenpath.report;

import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.Measurement;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.evidence.TokenIssued;
import dev.goldenpath.evidence.TraceIds;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tests of every verdict, with evidence of every kind, and some that want to break the page. */
final class SampleTests {
    /** What would set {@code window.broken} if any of it were read as markup or script. */
    static final String HOSTILE = "</script><script>window.broken = 1</script><img src=x onerror=\"window.broken = 1\">"
            + "<!-- ]]> javascript:window.broken=1 '\"&`|*_ \u0007 \u202Egnorw \u2028";

    private static final Redaction REDACTION = new Redaction();
    private static final String CHAT = "com.example.shop.chat.ChatGoldenPathIT";

    private SampleTests() {}

    /** A log of them in {@code folder}, and the page that is made of it. */
    static String page(Path folder) throws IOException {
        try (SampleLog log = new SampleLog(folder)) {
            log.test(planned("agentAnswers(ServiceClient)", "P1"), Verdict.PASSED, null, whole());
            log.test(
                    planned("historyIsThere(ServiceClient)", "P1"),
                    Verdict.FAILED,
                    "Expected status 200.\n  status: 503\n  body:   {\"error\":\"redis is down\"}",
                    new Step("open the history", Duration.ofMillis(9), "ServiceCallException"),
                    exchange("GET", "/api/history?limit=20", 503, "{\"error\":\"redis is down\"}"),
                    SampleExchanges.refused());
            PlannedTest flaky = planned("wobbles()", "P2");
            log.test(
                            flaky,
                            Verdict.FAILED,
                            "1 of 5 events did not arrive within 30 s.",
                            exchange("GET", "/a", 200, "{}"))
                    .attempt(2, flaky, Verdict.PASSED, null, exchange("GET", "/a", 200, "{}"));
            log.test(planned("needsRedis()", "P1"), Verdict.BLOCKED, "Service 'redis' is not ready.")
                    .test(planned("pretends()", "P3"), Verdict.SUSPECT, "Nothing shows that a service did any work.")
                    .test(planned("isBroken()", "P3"), Verdict.ERROR, "No JSON field '/id' in the body <html>.")
                    .test(planned("isOff()", "none"), Verdict.SKIPPED, "until the new catalogue is there")
                    .missing(planned("neverBegan()", "P4"));
            log.test(
                    new PlannedTest("[" + HOSTILE + "]", HOSTILE, HOSTILE, HOSTILE, "P5", HOSTILE, List.of(HOSTILE)),
                    Verdict.FAILED,
                    HOSTILE,
                    exchange("GET", "/?" + HOSTILE, 200, HOSTILE),
                    new Step(HOSTILE, null, HOSTILE),
                    new Attachment(HOSTILE, HOSTILE, 7, "ab", "javascript:window.broken=1", null),
                    new Finding("undeclared-host", Finding.Effect.FAKE, HOSTILE, null, null, List.of(), HOSTILE));
            log.test(planned("x".repeat(100_000), "P6"), Verdict.PASSED, null, exchange("GET", "/a", 200, "{}"));
            return log.page();
        }
    }

    private static PlannedTest planned(String name, String priority) {
        return SampleLog.planned(CHAT, name, priority);
    }

    private static Evidence[] whole() {
        return new Evidence[] {
            new TokenIssued(
                    "alice", "login", "auth", "u-1", "https://auth", List.of("shop"), List.of(), null, null, null),
            new Identity("backend", "alice", "alice@example.com", true),
            new Step("ask the agent", Duration.ofMillis(42), null),
            handshake(),
            SampleExchanges.onNewConnection(),
            message(Direction.SENT, "{\"type\":\"ask\"}"),
            message(Direction.RECEIVED, "{\"type\":\"agent_started\"}"),
            message(Direction.RECEIVED, "{\"type\":\"agent_completed\"}"),
            new Measurement("first answer", 12.5, "ms"),
            exchange("POST", "/api/agents/execute", 202, "{\"run_id\":\"7\",\"state\":\"queued\"}"),
            new Attachment("chat", "text/plain", 12, "ab", "attachments/chat 1.txt", null),
            new WsClose("backend", "alice", 1, 1000, "", true),
            new SocketTraffic("backend", "127.0.0.1", 8443, 1_200, 3_400, 4, 5, false, true, true)
        };
    }

    private static WsHandshake handshake() {
        Phases phases = new Phases(
                Map.of(NetworkPhase.CONNECT, Duration.ofMillis(2), NetworkPhase.UPGRADE, Duration.ofMillis(3)),
                null,
                Duration.ofMillis(5));
        return new WsHandshake(
                "backend",
                "alice",
                1,
                "wss://h:1/ws",
                "[::1]:1",
                Map.of(),
                101,
                Map.of(),
                null,
                null,
                phases,
                null,
                null,
                null);
    }

    private static WsMessage message(Direction direction, String text) {
        return new WsMessage(
                "backend", "alice", 1, direction, 1, "text", "agent", false, Body.ofText(text, REDACTION), List.of());
    }

    static HttpExchange exchange(String method, String path, int status, String body) {
        Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
        parts.put(NetworkPhase.SEND, Duration.ofMillis(1));
        parts.put(NetworkPhase.WAIT, Duration.ofMillis(20));
        parts.put(NetworkPhase.RECEIVE, Duration.ofMillis(3));
        return new HttpExchange(
                "backend",
                "alice",
                null,
                new CallPlace(1, 1, null, false),
                method,
                "https://backend.staging.example.com" + path,
                Map.of("Accept", List.of("application/json"), "Authorization", List.of("Bearer ***")),
                null,
                status,
                Map.of("Content-Type", List.of("application/json")),
                Body.ofText(body, REDACTION),
                new Connection(true, "10.0.0.7:443", "10.0.0.9:50123", null, List.of(), null, 310, 250),
                new TraceIds("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "r-17", Map.of()),
                new Phases(parts, null, Duration.ofMillis(24)),
                null,
                List.of());
    }
}
