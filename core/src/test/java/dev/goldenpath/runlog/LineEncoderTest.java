package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One line leaves nothing behind in the next. */
class LineEncoderTest {
    private final Redaction redaction = new Redaction();
    private final LineEncoder encoder = new LineEncoder(RunClock.start(Clock.systemUTC()), redaction);

    private record Told(String text, List<Object> items) {}

    /** Breaks whoever writes it. */
    private static final class Broken {
        public String getText() {
            throw new IllegalStateException("no");
        }
    }

    @Test
    void aLineThatBreaksDeepWithinLeavesTheNextOnesWhole() throws IOException {
        redaction.addValue("hunter2");
        encoder.add(line(fields -> fields.put("kind", "one")));
        for (boolean redacted : new boolean[] {true, false}) {
            Told broken = new Told("x", List.of(Map.of("deep", new Broken())));
            assertThatThrownBy(() -> encoder.add(
                            line(fields -> fields.put("kind", "lost").putAll(broken, redacted))))
                    .isInstanceOf(IOException.class);
            encoder.add(line(fields -> fields.put("kind", "next").put("note", "is hunter2")));
        }

        List<JsonNode> lines = written();
        assertThat(lines).extracting(line -> line.path("kind").textValue()).containsExactly("one", "next", "next");
        assertThat(lines).extracting(line -> line.path("note").asText()).containsExactly("", "is ***", "is ***");
        assertThat(lines).allMatch(line -> line.size() <= 6);
    }

    @Test
    void whatOneLineHadRedactedBeforeIsRedactedInTheNext() throws IOException {
        redaction.addValue("hunter2");
        encoder.add(line(fields -> fields.putAll(new Told("told hunter2", List.of()), true)));
        encoder.add(line(fields -> fields.putAll(new Told("told hunter2", List.of()), false)));

        assertThat(written())
                .extracting(line -> line.path("text").textValue())
                .containsExactly("told hunter2", "told ***");
    }

    private static Line line(Line.Content content) {
        return new Line(LineType.EVIDENCE, System.nanoTime(), content);
    }

    /** All lines, after a look at their chain. */
    private List<JsonNode> written() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        encoder.writeTo(file);
        List<String> texts = file.toString(StandardCharsets.UTF_8).lines().toList();
        List<JsonNode> lines = texts.stream().map(LogFolder::parse).toList();
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).path("seq").intValue()).isEqualTo(i + 1);
            assertThat(lines.get(i).path("prev").textValue())
                    .isEqualTo(i == 0 ? "" : Sha256.of(texts.get(i - 1).getBytes(StandardCharsets.UTF_8)));
        }
        return lines;
    }
}
