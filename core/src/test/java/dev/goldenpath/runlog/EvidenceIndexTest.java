package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.TraceIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceIndexTest {
    private static final HttpExchange FULL = new HttpExchange(
            "backend",
            "alice",
            "login",
            new CallPlace(7, 2, CallPlace.Follows.RETRY, false),
            "POST",
            "https://h:1/→",
            Map.of("Accept", List.of("a", "b")),
            new Body("text/plain", 5, "ab", "hello", true),
            200,
            Map.of("Server", List.of("x")),
            new Body(null, 0, null, null, false),
            new Connection(
                    false,
                    "[::1]:1",
                    "127.0.0.1:2",
                    "proxy:3",
                    List.of(new Connection.Attempt("127.0.0.1:1", Duration.ofNanos(3_000), "refused")),
                    new Connection.Tls("TLSv1.3", "AES", "cd", "CN=h", Instant.parse("2027-01-01T00:00:00Z"), null),
                    10,
                    20),
            new TraceIds("t", "s", "r", Map.of("X-Id", "1")),
            new Phases(
                    Map.of(NetworkPhase.WAIT, Duration.ofMillis(50), NetworkPhase.SEND, Duration.ofNanos(1_000)),
                    Duration.ofNanos(7_000),
                    Duration.ofMillis(51)),
            new CallFailure(CallFailure.Kind.TRUNCATED, NetworkPhase.RECEIVE, "cut short"),
            List.of("/source is \"mock\""));

    @TempDir
    private Path temporary;

    private LogFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new LogFolder(temporary.resolve("logs"));
    }

    @Test
    void anExchangeIsReadAsItWasRecorded() throws IOException {
        try (RunLog log = folder.started("r1")) {
            Recording recording = folder.ledger(log).ofTest("t", 2);
            recording.record(new Revision("backend", "x", null, RunPart.BEFORE), 0);
            recording.record(FULL, Phase.TEST, System.nanoTime());
            recording.record(Exchanges.answered(204), Phase.TEARDOWN, System.nanoTime());
        }
        assertThat(all())
                .extracting(LoggedEvidence::test, LoggedEvidence::attempt, LoggedEvidence::phase)
                .containsExactly(tuple("t", 2, Phase.TEST), tuple("t", 2, Phase.TEARDOWN));
        assertThat(all()).extracting(LoggedEvidence::evidence).containsExactly(FULL, Exchanges.answered(204));
    }

    @Test
    void exchangesOfSeveralJvmsComeInTheOrderInWhichTheyBegan() throws IOException {
        long start = System.nanoTime();
        for (int jvm = 0; jvm < 2; jvm++) {
            try (RunLog log = folder.started("r1")) {
                Recording recording = folder.ledger(log).ofTest("t" + jvm, 1);
                // What began first is recorded last, as where calls overlap.
                for (int call = 2; call >= 0; call--) {
                    recording.record(Exchanges.answered(200 + 10 * call + jvm), start + 1_000_000L * (2 * call + jvm));
                }
            }
        }
        assertThat(all())
                .extracting(logged -> logged.evidence().status())
                .containsExactly(200, 201, 210, 211, 220, 221);
        LoggedTest second = new LoggedTest(folder.files().get(0), LogFolder.planned("t1"), List.of());
        List<Integer> statuses = new ArrayList<>();
        traffic()
                .forEachLine(
                        second,
                        (bytes, from, length) -> statuses.add(new JsonMapper()
                                .readTree(bytes, from, length)
                                .path("status")
                                .asInt()));
        assertThat(statuses).containsExactly(201, 211, 221);
        assertThat(traffic().bytesOf(second)).isPositive();
        LoggedTest other = new LoggedTest(folder.files().get(1), LogFolder.planned("t1"), List.of());
        assertThat(traffic().bytesOf(other)).isZero();
        assertThat(traffic().begins().keySet()).containsExactly("t0", "t1");
        assertThat(traffic().begins().get("t1")).isEqualTo(all().get(1).startedAt());
    }

    @Test
    void whatAKillCutShortIsLeftOutAndWhatBelongsToNoTestIsNot() throws IOException {
        try (RunLog log = folder.started("r1")) {
            folder.ledger(log).ofRun(Phase.PROBE).record(Exchanges.answered(503), System.nanoTime());
        }
        String whole = folder.lines().get(1);
        Files.writeString(folder.onlyFile(), whole.substring(0, whole.length() - 1), StandardOpenOption.APPEND);
        assertThat(all())
                .extracting(LoggedEvidence::test, LoggedEvidence::attempt, LoggedEvidence::phase)
                .containsExactly(tuple(null, null, Phase.PROBE));
        assertThat(traffic().begins()).isEmpty();
    }

    @Test
    void anExchangeOfAnotherVersionIsRefused() throws IOException {
        try (RunLog log = folder.started("r1")) {
            folder.ledger(log).ofRun(Phase.PROBE).record(FULL, System.nanoTime());
        }
        EvidenceIndex traffic = traffic();
        Path log = folder.onlyFile();
        Files.writeString(log, Files.readString(log).replace("TRUNCATED", "SOMETHING"));
        assertThatThrownBy(() -> exchangesOf(traffic))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(log + " holds evidence that this version can't read: ");
    }

    private EvidenceIndex traffic() throws IOException {
        return folder.read("r1").evidence();
    }

    private List<LoggedEvidence<HttpExchange>> all() throws IOException {
        return exchangesOf(traffic());
    }

    private static List<LoggedEvidence<HttpExchange>> exchangesOf(EvidenceIndex traffic) throws IOException {
        List<LoggedEvidence<HttpExchange>> all = new ArrayList<>();
        traffic.forEach(new EvidenceIndex.Taker() {
            @Override
            public void exchange(LoggedEvidence<HttpExchange> exchange) {
                all.add(exchange);
            }

            @Override
            public void session(LoggedSession session) {
                throw new AssertionError("nobody opened " + session.handshake());
            }
        });
        return all;
    }
}
