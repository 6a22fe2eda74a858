package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.TraceIds;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeDeserializerTest {
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
        assertThat(read(FULL)).isEqualTo(FULL);
    }

    @Test
    void leavesAbsentWhatIsAbsent() throws Exception {
        for (HttpExchange exchange : List.of(
                Exchanges.answered(204),
                Exchanges.of(null, new CallFailure(CallFailure.Kind.REFUSED, NetworkPhase.CONNECT, "no"), "login"))) {
            assertThat(read(exchange)).isEqualTo(exchange);
        }
    }

    @Test
    void skipsWhatItDoesNotKnowAndMissesWhatMustBeThere() throws Exception {
        String json = json(FULL);
        JsonMapper mapper = EvidenceJson.mapper();
        assertThat(mapper.readValue("{\"later\":{\"a\":[1]}," + json.substring(1), HttpExchange.class))
                .isEqualTo(FULL);
        assertThatThrownBy(() -> mapper.readValue("{\"service\":\"backend\"}", HttpExchange.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageStartingWith("It has no service, place, method, url, ids or phases.");
    }

    private static HttpExchange read(HttpExchange exchange) throws Exception {
        return EvidenceJson.mapper().readValue(json(exchange), HttpExchange.class);
    }

    private static String json(HttpExchange exchange) throws Exception {
        return new String(LogJson.mapper().writeValueAsBytes(exchange), StandardCharsets.UTF_8);
    }
}
