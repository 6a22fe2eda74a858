package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenAnswerTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;

    @BeforeEach
    void openScene() {
        // One connection alone, so that one which is lost is missed at once.
        scene = new Scene(SERVER.brokenUrl()).withConnections(1);
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "close              | CLOSED    | WAIT    | connection closed without an answer",
                "reset              | RESET     | WAIT    | connection broken (Connection reset)",
                "reset-inside       | RESET     | RECEIVE | connection broken (Connection reset)",
                "cut-length         | TRUNCATED | RECEIVE | answer cut short",
                "cut-chunk          | TRUNCATED | RECEIVE | answer cut short",
                "cut-between-chunks | TRUNCATED | RECEIVE | answer cut short",
                "cut-gzip           | TRUNCATED | RECEIVE | answer cut short",
                "cut-behind-gzip    | TRUNCATED | RECEIVE | answer cut short",
                "cut-head           | PROTOCOL  | RECEIVE | the answer is no valid HTTP (Invalid header; error at offset 10: <Content-Ty>)",
                "no-http            | PROTOCOL  | RECEIVE | the answer is no valid HTTP (no status line)",
                "no-length          | PROTOCOL  | RECEIVE | the answer is no valid HTTP (Invalid content length: many)",
                "no-chunk           | PROTOCOL  | RECEIVE | the answer is no valid HTTP (Bad chunk header: many)",
                "no-gzip            | PROTOCOL  | RECEIVE | the answer is no valid HTTP (Not in GZIP format)",
                "large              | OTHER     | RECEIVE | call broken (the body is larger than the 64 MiB that are kept in memory: read it with download(file) or stream(reader))",
            })
    void aBrokenAnswerIsAFailureOfItsKindAndNeverRetried(String way, Kind kind, NetworkPhase phase, String words) {
        String path = "/" + way + "/once";
        ServiceCallException thrown = catchThrowableOfType(
                ServiceCallException.class, () -> scene.client().get(path).send());
        assertThat(scene.normalised(thrown.headline()))
                .isEqualTo("GET http://127.0.0.1:PORT" + path + ": " + words + ".");
        assertThat(thrown.failure()).contains(new CallFailure(kind, phase, words));
        HttpExchange exchange = scene.exchange();
        assertThat(exchange.failure()).isEqualTo(new CallFailure(kind, phase, words));
        assertThat(exchange.answered()).isFalse();
        assertThat(exchange.connection().remoteAddress())
                .isEqualTo("127.0.0.1:" + SERVER.brokenUrl().getPort());
        assertThat(exchange.phases().parts().keySet()).isEqualTo(upTo(phase));
        assertThat(scene.recording.answers(Phase.TEST)).isZero();
        assertThat(hits(path)).isEqualTo("1");
        assertThat(scene.client().get("/then-close").send().text()).isEqualTo("whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut-length", "cut-chunk", "reset-inside"})
    void whatArrivedIsRecorded(String way) {
        catchThrowableOfType(
                ServiceCallException.class, () -> scene.client().get("/" + way).send());
        HttpExchange exchange = scene.exchange();
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.responseBody().text()).isEqualTo("only this");
        assertThat(exchange.responseBody().bytes()).isEqualTo(9);
        assertThat(exchange.responseBody().sha256()).isNull();
        assertThat(exchange.responseBody().truncated()).isTrue();
        assertThat(exchange.connection().receivedBytes()).isGreaterThan(9);
    }

    @Test
    void theWholeMessageTellsHowFarItGot() {
        ServiceCallException thrown = catchThrowableOfType(
                ServiceCallException.class,
                () -> scene.client().get("/cut-length").send());
        assertThat(scene.normalised(thrown.getMessage())).isEqualTo("""
                GET http://127.0.0.1:PORT/cut-length: answer cut short.
                  service:    backend
                  url from:   goldenpath.yaml:7
                  broke in:   receive
                  phases:     queued N ms, connect N ms, send N ms, wait N ms, receive N ms, total N ms
                  request id: REQUEST-ID
                  trace id:   TRACE-ID
                  cause:      org.apache.hc.core5.http.ConnectionClosedException: Premature end of Content-Length \
                delimited message body (expected: 100; received: 9)""");
    }

    private static Set<NetworkPhase> upTo(NetworkPhase last) {
        return Map.of(
                        NetworkPhase.WAIT,
                        Set.of(NetworkPhase.QUEUED, NetworkPhase.CONNECT, NetworkPhase.SEND, NetworkPhase.WAIT),
                        NetworkPhase.RECEIVE,
                        Set.of(
                                NetworkPhase.QUEUED,
                                NetworkPhase.CONNECT,
                                NetworkPhase.SEND,
                                NetworkPhase.WAIT,
                                NetworkPhase.RECEIVE))
                .get(last);
    }

    private static String hits(String path) {
        try (Scene scene = new Scene(SERVER.url())) {
            return scene.client().get("/hits").query("path", path).send().text();
        }
    }
}
