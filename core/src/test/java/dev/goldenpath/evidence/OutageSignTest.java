package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageSignTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aGatewaysStatusIsASign(int status) {
        assertThat(OutageSign.of(Exchanges.answered(status), AT))
                .contains(new OutageSign("backend", "HTTP " + status, "call 1", AT));
        assertThat(OutageSign.of(handshake(status, null), AT))
                .contains(new OutageSign("backend", "WebSocket handshake " + status, "session 7", AT));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 200, 401, 404, 429, 500})
    void anotherStatusIsNone(int status) {
        assertThat(OutageSign.of(Exchanges.answered(status), AT)).isEmpty();
        assertThat(OutageSign.of(handshake(status, null), AT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED,connection refused",
        "UNKNOWN_HOST,unknown host",
        "UNREACHABLE,no way to the address",
        "TIMEOUT,time-out",
        "TLS,no TLS connection",
        "RESET,connection reset",
        "CLOSED,closed without an answer"
    })
    void aConnectionThatDoesNotComeAboutOrBreaksIsASign(CallFailure.Kind kind, String words) {
        assertThat(call(kind)).map(OutageSign::words).contains("HTTP call: " + words);
        assertThat(OutageSign.of(handshake(null, kind), AT))
                .map(OutageSign::words)
                .contains("WebSocket handshake: " + words);
    }

    @ParameterizedTest
    @EnumSource(
            value = CallFailure.Kind.class,
            names = {"TRUNCATED", "PROTOCOL", "PROXY", "OTHER"})
    void anotherFailureIsNone(CallFailure.Kind kind) {
        assertThat(call(kind)).isEmpty();
        assertThat(OutageSign.of(handshake(null, kind), AT)).isEmpty();
    }

    @Test
    void aSessionThatTheServiceEndsInTroubleIsASign() {
        assertThat(OutageSign.of(close(1011, false), AT))
                .contains(new OutageSign("backend", "WebSocket closed with 1011", "session 7", AT));
        assertThat(OutageSign.of(close(1012, false), AT)).isPresent();
        assertThat(OutageSign.of(close(1006, false), AT)).isPresent();
        assertThat(OutageSign.of(close(1006, true), AT)).isEmpty();
        assertThat(OutageSign.of(close(1000, false), AT)).isEmpty();
    }

    private static Optional<OutageSign> call(CallFailure.Kind kind) {
        return OutageSign.of(Exchanges.of(null, new CallFailure(kind, null, "words"), null), AT);
    }

    private static WsClose close(int code, boolean byTest) {
        return new WsClose("backend", null, 7, code, "", byTest);
    }

    private static WsHandshake handshake(@Nullable Integer status, CallFailure.@Nullable Kind kind) {
        return new WsHandshake(
                "backend",
                null,
                7,
                "ws://h/",
                null,
                Map.of(),
                status,
                Map.of(),
                null,
                null,
                Phases.ofTotal(Duration.ZERO),
                "words",
                kind,
                null);
    }
}
