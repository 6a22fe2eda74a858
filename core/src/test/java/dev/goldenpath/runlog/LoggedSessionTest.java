package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedSessionTest {
    @TempDir
    private Path temporary;

    private LogFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new LogFolder(temporary.resolve("logs"));
    }

    @Test
    void aSessionIsReadAsItWasRecorded() throws IOException {
        try (RunLog log = folder.started("r1")) {
            Recording recording = folder.ledger(log).ofTest("t", 2);
            recording.record(opened(1), Phase.TEST, System.nanoTime());
            recording.record(message(1, 1), Phase.TEST, System.nanoTime());
            recording.record(closed(1), Phase.TEARDOWN, System.nanoTime());
        }
        traffic().forEach(new EachSession(session -> {
            assertThat(session.handshake().evidence()).isEqualTo(opened(1));
            assertThat(session.handshake().test()).isEqualTo("t");
            assertThat(session.handshake().attempt()).isEqualTo(2);
            assertThat(session.log()).isEqualTo(folder.onlyFile());
            assertThat(session.messages()).isEqualTo(1);
            assertThat(session.omitted()).isZero();
            assertThat(messages(session)).containsExactly(message(1, 1));
            assertThat(session.close()).get().satisfies(close -> {
                assertThat(close.evidence()).isEqualTo(closed(1));
                assertThat(close.phase()).isEqualTo(Phase.TEARDOWN);
            });
        }));
        assertThat(traffic().begins()).containsOnlyKeys("t");
    }

    @Test
    void sessionsAndExchangesComeInTheOrderInWhichTheyBegan() throws IOException {
        long start = System.nanoTime();
        try (RunLog log = folder.started("r1")) {
            Recording recording = folder.ledger(log).ofRun(Phase.PROBE);
            recording.record(opened(2), start + 3_000_000);
            recording.record(Exchanges.answered(200), start + 2_000_000);
            recording.record(opened(1), start + 1_000_000);
        }
        assertThat(order(traffic())).containsExactly("session 1", "exchange", "session 2");
    }

    @Test
    void partsAreAllOfItInOrderAndASessionIsOneOfItsOwn() throws IOException {
        long start = System.nanoTime();
        try (RunLog log = folder.started("r1")) {
            Recording recording = folder.ledger(log).ofRun(Phase.PROBE);
            for (int i = 1; i <= 20; i++) {
                recording.record(i % 5 == 0 ? opened(i) : Exchanges.answered(200), start + i * 1_000_000L);
            }
        }
        for (long bytes : List.of(1L, 1_000L, 1_000_000L)) {
            List<String> all = new ArrayList<>();
            for (EvidenceIndex part : traffic().parts(bytes)) {
                List<String> order = order(part);
                assertThat(order).isNotEmpty();
                assertThat(part.isSession()).isEqualTo(order.get(0).startsWith("session"));
                if (part.isSession() || bytes == 1) {
                    assertThat(order).hasSize(1);
                }
                all.addAll(order);
            }
            assertThat(all).isEqualTo(order(traffic())).hasSize(20);
        }
        assertThat(traffic().parts(1_000_000)).hasSize(8);
        assertThat(EvidenceIndex.NONE.parts(1)).isEmpty();
    }

    private static List<String> order(EvidenceIndex evidence) throws IOException {
        List<String> order = new ArrayList<>();
        evidence.forEach(new EvidenceIndex.Taker() {
            @Override
            public void exchange(LoggedEvidence<HttpExchange> exchange) {
                order.add("exchange");
            }

            @Override
            public void session(LoggedSession session) {
                order.add("session " + session.handshake().evidence().session());
            }
        });
        return order;
    }

    @Test
    void messagesFindTheirSessionWhateverOrderTheyWereRecordedIn() throws IOException {
        long start = System.nanoTime();
        try (RunLog log = folder.started("r1")) {
            Recording recording = folder.ledger(log).ofTest("t", 1);
            recording.record(message(1, 2), start + 4_000_000);
            recording.record(message(2, 1), start + 3_000_000);
            recording.record(message(1, 1), start + 2_000_000);
            recording.record(opened(1), start);
            recording.record(opened(2), start + 1_000_000);
        }
        List<WsMessage> all = new ArrayList<>();
        traffic().forEach(new EachSession(session -> all.addAll(messages(session))));
        assertThat(all).containsExactly(message(1, 1), message(1, 2), message(2, 1));
    }

    @Test
    void aMillionMessagesTakeNoMoreMemoryThanAFewThousand() {
        SessionPlaces places = new SessionPlaces();
        for (int i = 0; i < 1_000_000; i++) {
            places.add(new EvidenceHead(
                    i, "", WsMessage.KIND, new EvidencePlace(i, Path.of("log"), i, 1, Phase.TEST, null, null, 1), 1));
        }
        assertThat(places.messages()).isEqualTo(1_000_000);
        assertThat(places.held())
                .hasSize(LoggedSession.FIRST + LoggedSession.NEWEST)
                .extracting(EvidencePlace::startedMicros)
                .isSorted()
                .startsWith(0L, 1L)
                .endsWith(999_999L);
    }

    private EvidenceIndex traffic() throws IOException {
        return folder.read("r1").evidence();
    }

    private static List<WsMessage> messages(LoggedSession session) throws IOException {
        List<WsMessage> messages = new ArrayList<>();
        session.forEachMessage(message -> messages.add(message.evidence()));
        return messages;
    }

    private static WsHandshake opened(long session) {
        return new WsHandshake(
                "backend",
                "alice",
                session,
                "ws://h/ws",
                "127.0.0.1:1",
                Map.of("A", List.of("b")),
                101,
                Map.of(),
                null,
                null,
                Phases.ofTotal(Duration.ofMillis(3)),
                null,
                null,
                null);
    }

    private static WsMessage message(long session, long number) {
        Body body = new Body(null, 5, "ab", "hello", false);
        return new WsMessage(
                "backend", "alice", session, Direction.RECEIVED, number, "text", "greeting", false, body, List.of());
    }

    private static WsClose closed(long session) {
        return new WsClose("backend", "alice", session, 1006, "", false);
    }

    /** Takes sessions where there are no exchanges. */
    private record EachSession(SessionTaker taker) implements EvidenceIndex.Taker {
        private interface SessionTaker {
            void take(LoggedSession session) throws IOException;
        }

        @Override
        public void exchange(LoggedEvidence<HttpExchange> exchange) {
            throw new AssertionError("nobody made " + exchange);
        }

        @Override
        public void session(LoggedSession session) throws IOException {
            taker.take(session);
        }
    }
}
