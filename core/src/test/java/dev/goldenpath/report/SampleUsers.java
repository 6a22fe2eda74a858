package dev.goldenpath.report;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Measurement;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A test with many users: each calls twice, and has a WebSocket. The fourth fails, and the sixth is not kept apart. */
final class SampleUsers {
    static final String FAILURE = "in step 'settle': Expected status 200.";
    static final String MIXED =
            "received what user 'u2' had sent, first in message 2 ('note') of 'backend' in WebSocket session 6";
    private static final Redaction REDACTION = new Redaction();

    private SampleUsers() {}

    /** The log of such a test in {@code folder}, which is read before it is closed. */
    static SampleLog log(Path folder, int users) throws IOException {
        return new SampleLog(folder)
                .test(
                        SampleLog.planned("com.example.shop.CrowdGoldenPathIT", "twentyAtOnce(VirtualUsers)", "P1"),
                        Verdict.FAILED,
                        "Users are not kept apart, in 1 answer or message:\n- user 'u6' " + MIXED,
                        evidence(users));
    }

    private static Evidence[] evidence(int users) {
        List<Evidence> all = new ArrayList<>();
        for (int i = 1; i <= users; i++) {
            all.add(call("u" + i, "POST", "/api/notes", 201));
        }
        for (int i = 1; i <= users; i++) {
            String user = "u" + i;
            all.add(handshake(user, i));
            all.add(message(user, i, Direction.SENT, 1, List.of()));
            all.add(message(
                    user, i, Direction.RECEIVED, 1, i == 6 ? List.of("it holds the marker of user 'u2'") : List.of()));
        }
        for (int i = 1; i <= users; i++) {
            all.add(call("u" + i, "GET", "/api/notes", i == 4 ? 503 : 200));
            all.add(new WsClose("backend", "u" + i, i, 1000, "", true));
        }
        all.add(new Step("u4: journey", Duration.ofMillis(80), FAILURE, "u4"));
        all.add(new Step("u6: kept apart", null, MIXED, "u6"));
        all.add(new Measurement("users in flight at once", 18, "users"));
        return all.toArray(Evidence[]::new);
    }

    static HttpExchange call(String user, String method, String path, int status) {
        HttpExchange like = SampleTests.exchange(method, path, status, "{\"note\":\"of " + user + "\"}");
        return new HttpExchange(
                like.service(),
                user,
                null,
                like.place(),
                method,
                like.url(),
                like.requestHeaders(),
                null,
                status,
                like.responseHeaders(),
                like.responseBody(),
                like.connection(),
                like.ids(),
                like.phases(),
                null,
                List.of());
    }

    private static WsHandshake handshake(String user, int session) {
        Phases phases = new Phases(Map.of(NetworkPhase.UPGRADE, Duration.ofMillis(3)), null, Duration.ofMillis(3));
        return new WsHandshake(
                "backend",
                user,
                session,
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

    private static WsMessage message(String user, int session, Direction direction, int number, List<String> markers) {
        Body body = Body.ofText("{\"type\":\"note\"}", REDACTION);
        return new WsMessage("backend", user, session, direction, number, "text", "note", false, body, markers);
    }
}
