package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldenpath.runlog.LoggedSession;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarSessionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T10:00:00.000250Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void aSessionIsAnEntryAsBrowsersWriteIt() throws IOException {
        try (SampleSessions log = new SampleSessions(folder, CLOCK)) {
            log.opened(1).received(1, "hello").closed(1, 1011, "restarting", false);
        }
        JsonNode archive = Archives.of(folder);
        assertThat(Archives.breaches(archive)).isEmpty();
        JsonNode entry = entry(archive, 0);
        assertThat(entry.path("_resourceType").textValue()).isEqualTo("websocket");
        assertThat(entry.at("/request/method").textValue()).isEqualTo("GET");
        assertThat(entry.at("/request/url").textValue()).isEqualTo("wss://h:1/ws?run=7");
        assertThat(entry.at("/request/queryString")).hasToString("[{\"name\":\"run\",\"value\":\"7\"}]");
        assertThat(entry.at("/request/headers")).hasToString("[{\"name\":\"Authorization\",\"value\":\"***\"}]");
        assertThat(entry.at("/response/status").intValue()).isEqualTo(101);
        assertThat(entry.at("/response/headers")).hasToString("[{\"name\":\"Upgrade\",\"value\":\"websocket\"}]");
        assertThat(entry.path("serverIPAddress").textValue()).isEqualTo("::1");
        assertThat(entry.path("_tls").textValue()).isEqualTo("TLSv1.3 AES");
        assertThat(entry.path("timings"))
                .hasToString("{\"blocked\":-1,\"dns\":1,\"connect\":6,\"ssl\":4,\"send\":-1,\"wait\":30,"
                        + "\"receive\":-1,\"_total\":38}");
        assertThat(entry.path("time").intValue()).isEqualTo(37);
        ObjectNode close = (ObjectNode) entry.path("_close");
        assertThat(close.remove("time").decimalValue())
                .isGreaterThan(entry.at("/_webSocketMessages/0/time").decimalValue());
        assertThat(close).hasToString("{\"code\":1011,\"reason\":\"restarting\",\"byTest\":false}");
    }

    @Test
    void itsPageIsThatOfItsTest() throws IOException {
        try (SampleSessions log = new SampleSessions(folder, CLOCK)) {
            log.opened(1);
        }
        JsonNode archive = Archives.of(folder);
        JsonNode entry = entry(archive, 0);
        assertThat(archive.at("/log/pages/0/id").textValue()).isEqualTo(SampleSessions.TEST);
        assertThat(archive.at("/log/pages/0/startedDateTime")).isEqualTo(entry.path("startedDateTime"));
        assertThat(entry.path("pageref").textValue()).isEqualTo(SampleSessions.TEST);
        assertThat(entry.path("_test").textValue()).isEqualTo(SampleSessions.TEST);
        assertThat(entry.path("_attempt").intValue()).isEqualTo(1);
        assertThat(entry.path("_phase").textValue()).isEqualTo("TEST");
        assertThat(entry.path("_service").textValue()).isEqualTo("backend");
        assertThat(entry.path("_user").textValue()).isEqualTo("alice");
        assertThat(entry.path("_subprotocol").textValue()).isEqualTo("chat.v2");
    }

    @Test
    void textIsAsRecordedAndAllElseBase64() throws IOException {
        byte[] text = "ask: é".getBytes(StandardCharsets.UTF_8);
        try (SampleSessions log = new SampleSessions(folder, CLOCK)) {
            log.opened(1)
                    .sent(1, "text", text)
                    .sent(1, "binary", text)
                    .sent(1, "binary", new byte[] {0, 1, (byte) 0xff})
                    .sent(1, "ping", "hi".getBytes(StandardCharsets.UTF_8))
                    .sent(1, "pong", new byte[0])
                    .received(1, "x".repeat(20_000));
        }
        JsonNode messages = entry(Archives.of(folder), 0).path("_webSocketMessages");
        messages.forEach(message -> ((ObjectNode) message).remove("time"));
        assertThat(messages.get(0)).hasToString("{\"type\":\"send\",\"opcode\":1,\"data\":\"ask: é\"}");
        assertThat(messages.get(1)).hasToString("{\"type\":\"send\",\"opcode\":2,\"data\":\"YXNrOiDDqQ==\"}");
        assertThat(messages.get(2))
                .hasToString("{\"type\":\"send\",\"opcode\":2,\"data\":\"\","
                        + "\"comment\":\"3 bytes, no text, so they were not recorded\"}");
        assertThat(messages.get(3)).hasToString("{\"type\":\"send\",\"opcode\":9,\"data\":\"aGk=\"}");
        assertThat(messages.get(4)).hasToString("{\"type\":\"send\",\"opcode\":10,\"data\":\"\"}");
        assertThat(messages.get(5).path("type").textValue()).isEqualTo("receive");
        assertThat(messages.get(5).path("data").textValue()).hasSize(16 * 1024);
        assertThat(messages.get(5).path("comment").textValue())
                .isEqualTo("only the first part of 20000 bytes was recorded");
    }

    @Test
    void timesAreSecondsSinceTheEpochToTheMicrosecond() throws IOException {
        try (SampleSessions log = new SampleSessions(folder, CLOCK)) {
            log.opened(1).received(1, "first").received(1, "second");
        }
        JsonNode entry = entry(Archives.of(folder), 0);
        Instant began = Instant.parse(entry.path("startedDateTime").textValue());
        assertThat(entry.at("/_webSocketMessages/0/time").decimalValue()).isEqualByComparingTo(seconds(began, 1));
        assertThat(entry.at("/_webSocketMessages/1/time").decimalValue()).isEqualByComparingTo(seconds(began, 2));
    }

    @Test
    void aRefusalIsAnEntryWithItsAnswerAndWithoutMessages() throws IOException {
        try (SampleSessions log = new SampleSessions(folder, CLOCK)) {
            log.refused(1, 503, "refused: 503").refused(2, null, "connection refused");
        }
        JsonNode archive = Archives.of(folder);
        assertThat(Archives.breaches(archive)).isEmpty();
        JsonNode answered = entry(archive, 0);
        assertThat(answered.at("/response/status").intValue()).isEqualTo(503);
        assertThat(answered.at("/response/headers")).hasToString("[{\"name\":\"Retry-After\",\"value\":\"3\"}]");
        assertThat(answered.path("_failure")).hasToString("{\"words\":\"refused: 503\"}");
        assertThat(answered.path("comment").textValue()).isEqualTo("refused: 503");
        assertThat(answered.path("_resourceType").textValue()).isEqualTo("websocket");
        JsonNode silent = entry(archive, 1);
        assertThat(silent.at("/response/status").intValue()).isZero();
        assertThat(silent.path("_failure"))
                .hasToString("{\"kind\":\"REFUSED\",\"phase\":\"connect\",\"words\":\"connection refused\"}");
        assertThat(silent.has("serverIPAddress")).isFalse();
        assertThat(silent.has("_user")).isFalse();
        assertThat(archive.at("/log/entries"))
                .noneMatch(entry -> entry.has("_webSocketMessages") || entry.has("_close"));
    }

    @Test
    void aSessionWithoutMessagesHasAnEmptyListOfThem() throws IOException {
        try (SampleSessions log = new SampleSessions(folder, CLOCK)) {
            log.opened(1).closed(1, 1000, "", true);
        }
        JsonNode entry = entry(Archives.of(folder), 0);
        assertThat(entry.path("_webSocketMessages")).hasToString("[]");
        assertThat(entry.at("/_close/code").intValue()).isEqualTo(1000);
        assertThat(entry.has("comment")).isFalse();
    }

    @Test
    void aKilledRunLeavesASessionWithoutAnEnd() throws IOException {
        try (SampleSessions log = new SampleSessions(folder, CLOCK)) {
            log.opened(1).received(1, "last words").closed(1, 1000, "", true);
        }
        Path log = onlyLog();
        byte[] whole = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(whole, whole.length - 20));
        JsonNode archive = Archives.of(folder);
        assertThat(Archives.breaches(archive)).isEmpty();
        assertThat(entry(archive, 0).at("/_webSocketMessages/0/data").textValue())
                .isEqualTo("last words");
        assertThat(entry(archive, 0).has("_close")).isFalse();
    }

    @Test
    void sessionsOfTwoJvmsKeepTheirMessagesThoughTheirNumbersAreTheSame() throws IOException {
        try (SampleSessions one = new SampleSessions(folder, CLOCK);
                SampleSessions other = new SampleSessions(folder, Clock.offset(CLOCK, Duration.ofHours(1)))) {
            other.opened(1).received(1, "to the other");
            one.opened(1).received(1, "to the one").closed(1, 1000, "", true);
        }
        JsonNode archive = Archives.of(folder);
        assertThat(archive.at("/log/entries"))
                .extracting(entry -> entry.path("_webSocketMessages").size())
                .containsExactly(1, 1);
        assertThat(entry(archive, 0).at("/_webSocketMessages/0/data").textValue())
                .isEqualTo("to the one");
        assertThat(entry(archive, 1).at("/_webSocketMessages/0/data").textValue())
                .isEqualTo("to the other");
        assertThat(entry(archive, 1).has("_close")).isFalse();
        assertThat(entry(archive, 0).path("_log").textValue()).matches("run-r1-\\d+-\\d+\\.jsonl");
        assertThat(entry(archive, 1).path("_log").textValue()).matches("run-r1-\\d+-\\d+-2\\.jsonl");
    }

    @Test
    void ofTooManyMessagesItHasTheFirstAndTheNewestAndSaysSo() throws IOException {
        int all = LoggedSession.FIRST + LoggedSession.NEWEST + 7;
        try (SampleSessions log = new SampleSessions(folder, CLOCK)) {
            log.opened(1);
            for (int i = 1; i <= all; i++) {
                log.received(1, "m" + i);
            }
        }
        JsonNode entry = entry(Archives.of(folder), 0);
        JsonNode messages = entry.path("_webSocketMessages");
        assertThat(messages).hasSize(LoggedSession.FIRST + LoggedSession.NEWEST);
        assertThat(messages.get(LoggedSession.FIRST - 1).path("data").textValue())
                .isEqualTo("m" + LoggedSession.FIRST);
        assertThat(messages.get(LoggedSession.FIRST).path("data").textValue())
                .isEqualTo("m" + (LoggedSession.FIRST + 8));
        assertThat(messages.get(messages.size() - 1).path("data").textValue()).isEqualTo("m" + all);
        assertThat(entry.path("_omitted").intValue()).isEqualTo(7);
        assertThat(entry.path("comment").textValue())
                .isEqualTo("only the first 2,000 and the newest 2,000 of 4,007 messages: the run log has all");
    }

    @Test
    void aMessageOfAnUnknownKindIsRefused() throws IOException {
        try (SampleSessions log = new SampleSessions(folder, CLOCK)) {
            log.opened(1).sent(1, "telepathy", new byte[0]);
        }
        assertThatThrownBy(() -> Archives.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("A message has the opcode 'telepathy', which this version can't read.");
    }

    private static JsonNode entry(JsonNode archive, int number) {
        return archive.at("/log/entries/" + number);
    }

    private static BigDecimal seconds(Instant began, int millisLater) {
        return BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, began.plusMillis(millisLater)), 6);
    }

    private Path onlyLog() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }
}
