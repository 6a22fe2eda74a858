package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.TraceIds;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeReaderTest {
    private static final HttpExchange FULL = new HttpExchange(
            "backend",
            "alice",
            "replay",
            new CallPlace(7, 2, CallPlace.Follows.RETRY, true),
            "POST",
            "http://h/ask?q=\"ü\"",
            Map.of("Accept", List.of("a", "b")),
            new Body("text/plain", 3, "ab", "ask", true),
            202,
            Map.of("Via", List.of("p")),
            new Body("application/json", 2, "cd", "{}", false),
            new Connection(
                    true,
                    "[::1]:1",
                    "[::1]:2",
                    "proxy:3",
                    List.of(new Connection.Attempt("[::1]:1", Duration.ofMillis(2), "refused")),
                    new Connection.Tls(
                            "TLSv1.3", "AES", "ef", "CN=h", Instant.parse("2027-01-01T00:00:00Z"), "sha256/x"),
                    10,
                    20),
            new TraceIds("t", "s", "r", Map.of("X-Request-Id", "1")),
            new Phases(Map.of(NetworkPhase.WAIT, Duration.ofMillis(3)), Duration.ofMillis(1), Duration.ofMillis(4)),
            new CallFailure(CallFailure.Kind.TRUNCATED, NetworkPhase.RECEIVE, "cut"),
            List.of("/source is \"mock\""));

    @Test
    void readsEveryFieldThatAnExchangeHas() throws Exception {
        for (RecordComponent component : HttpExchange.class.getRecordComponents()) {
            assertThat(component.getAccessor().invoke(FULL))
                    .as(component.getName())
                    .isNotNull();
        }
        assertThat(read(json(FULL))).isEqualTo(FULL);
    }

    @Test
    void leavesAbsentWhatIsAbsent() throws Exception {
        for (HttpExchange exchange : List.of(
                Exchanges.answered(204),
                Exchanges.of(null, new CallFailure(CallFailure.Kind.REFUSED, NetworkPhase.CONNECT, "no"), "login"))) {
            assertThat(read(json(exchange))).isEqualTo(exchange);
        }
    }

    @Test
    void readsWhatTheMapperReads() throws Exception {
        assertThat(EvidenceJson.mapper().readValue(json(FULL), HttpExchange.class))
                .isEqualTo(read(json(FULL)));
    }

    @Test
    void theRequestAloneIsReadWhereThatIsAskedFor() throws Exception {
        HttpExchange request = logged(json(FULL)).withRequest();

        assertThat(request.requestHeaders()).isEqualTo(FULL.requestHeaders());
        assertThat(request.requestBody()).isEqualTo(FULL.requestBody());
        assertThat(request.responseHeaders()).isEmpty();
        assertThat(request.responseBody()).isNull();
        assertThat(logged(json(FULL)).bare().evidence().requestHeaders()).isEmpty();
    }

    @Test
    void skipsWhatItDoesNotKnow() throws Exception {
        String later = "\"later\":{\"a\":[1,{\"b\":\"}]\\\"\"}],\"c\":null},\"also\":-1.5e3,";

        assertThat(read("{" + later + json(FULL).substring(1))).isEqualTo(FULL);
    }

    @Test
    void missesWhatMustBeThere() {
        assertThatThrownBy(() -> read("{\"service\":\"backend\"}"))
                .isInstanceOf(IOException.class)
                .hasMessage("it has no startedAt, service, place, method or url");
        assertThatThrownBy(() -> read("{\"startedAt\":\"2026-01-02T03:04:05Z\",\"service\":\"b\",\"place\":{},"
                        + "\"method\":\"GET\",\"url\":\"/\"}"))
                .isInstanceOf(IOException.class)
                .hasMessage("it has no ids or phases");
    }

    @Test
    void readsNoneOfWhatIsCutAnywhere() throws Exception {
        String json = json(FULL);
        for (int length = 0; length < json.length(); length++) {
            String cut = json.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(IOException.class);
        }
    }

    private static HttpExchange read(String json) throws IOException {
        return logged(json).whole().evidence();
    }

    private static LoggedExchange logged(String json) throws IOException {
        // A line stands among others: nothing behind its end may count.
        byte[] bytes = ("{}\n" + json + "\n{\"service\":\"other\"}").getBytes(StandardCharsets.UTF_8);
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        ExchangeReader.Read read = ExchangeReader.read(new Slice(bytes, 3, length));
        return new LoggedExchange(
                new LoggedEvidence<>(Path.of("log"), null, null, Phase.TEST, Instant.EPOCH, read.bare()),
                read.test(),
                read.startedAt(),
                read.call());
    }

    private static String json(HttpExchange exchange) throws Exception {
        return "{\"startedAt\":\"2026-01-02T03:04:05Z\","
                + new String(LogJson.mapper().writeValueAsBytes(exchange), StandardCharsets.UTF_8).substring(1);
    }
}
