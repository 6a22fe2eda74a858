package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.CurlLine;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailLinesTest {
    private static final PlannedTest TEST = SampleLog.planned("com.example.ChatIT", "answers()", "P1");

    @TempDir
    private Path folder;

    private LoggedRun run;

    @Test
    void haveWhatTheLogHasWithoutItsChainAndOnTheTestsClock() throws IOException {
        JsonNode detail = written(Long.MAX_VALUE, SampleExchanges.onNewConnection(), new Step("it works", null, null));
        JsonNode exchange = detail.at("/lines/0");
        assertThat(exchange.path("seq").asInt()).isEqualTo(4);
        assertThat(exchange.at("/phases/wait").asInt()).isEqualTo(50_125);
        assertThat(exchange.at("/responseBody/text").asText()).isEqualTo("{}");
        for (String left : new String[] {"type", "prev", "test", "at", "offsetUs"}) {
            assertThat(exchange.has(left)).isFalse();
        }
        Instant began = run.tests().get(0).last().orElseThrow().circumstances().startedAt();
        Instant startedAt = Instant.parse(exchange.path("startedAt").asText());
        assertThat(exchange.path("t").asLong()).isEqualTo(ChronoUnit.MICROS.between(began, startedAt));
        assertThat(detail.at("/lines/1/t").asLong() - exchange.path("t").asLong())
                .isEqualTo(4_000);
        assertThat(detail.at("/lines/1/name").asText()).isEqualTo("it works");
        assertThat(detail.path("log").asText()).matches("run-r1-.*\\.jsonl");
        assertThat(detail.has("leftOut")).isFalse();
    }

    @Test
    void haveTheCurlCommandOfEachExchange() throws IOException {
        HttpExchange[] exchanges = {
            SampleExchanges.onNewConnection(),
            SampleExchanges.login(),
            SampleExchanges.refused(),
            SampleExchanges.redirected()
        };
        JsonNode detail = written(Long.MAX_VALUE, exchanges);
        assertThat(detail.path("lines")).hasSize(4);
        for (int i = 0; i < exchanges.length; i++) {
            assertThat(detail.at("/lines/" + i + "/curl").asText()).isEqualTo(CurlLine.of(exchanges[i]));
        }
    }

    @Test
    void leaveOutTheMiddleOfTooMany() throws IOException {
        Evidence[] steps = IntStream.range(0, 100)
                .mapToObj(number -> new Step("step " + number, Duration.ofMillis(1), null))
                .toArray(Evidence[]::new);
        JsonNode detail = written(4_000, steps);
        int kept = detail.path("lines").size();
        assertThat(detail.toString().length()).isBetween(3_000, 4_300);
        assertThat(detail.path("leftOut").asInt()).isEqualTo(100 - kept);
        assertThat(detail.at("/lines/0/name").asText()).isEqualTo("step 0");
        assertThat(detail.at("/lines/" + (kept - 1) + "/name").asText()).isEqualTo("step 99");
    }

    @Test
    void leaveOutALineThatIsTooLongByItself() throws IOException {
        JsonNode detail = written(1_000, new Step("x".repeat(2_000), null, null), new Step("short", null, null));
        assertThat(detail.path("leftOut").asInt()).isOne();
        assertThat(detail.at("/lines/0/name").asText()).isEqualTo("short");
    }

    private JsonNode written(long longest, Evidence... evidence) throws IOException {
        try (SampleLog log = new SampleLog(folder)) {
            run = log.test(TEST, Verdict.PASSED, null, evidence).run();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = PageJson.mapper().createGenerator(text)) {
            json.writeStartObject();
            new DetailLines(json, run.tests().get(0), longest, HtmlLanes.within(longest)).write(run.evidence());
            json.writeEndObject();
        }
        return new JsonMapper().readTree(text.toString());
    }
}
