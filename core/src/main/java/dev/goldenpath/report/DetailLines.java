package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.IsoInstant;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The lines of a test's evidence as its detail has them: without what chains them in the log, and with the begin on the
 * test's own clock. Of too many those in the middle are left out. For one test; not thread-safe.
 */
final class DetailLines implements EvidenceIndex.LineTaker {
    /** What only the log itself needs, what stands once for the test, and what {@code t} says better. */
    private static final Set<String> LEFT_OUT = Set.of("type", "prev", "test", "at", "offsetUs");

    private static final ObjectReader LINES = PageJson.mapper().readerFor(ObjectNode.class);

    private final JsonGenerator json;
    private final LoggedTest test;
    private final long half;
    private final HtmlLanes lanes;
    private final Map<Integer, Instant> begins = new HashMap<>();
    private final Deque<String> newest = new ArrayDeque<>();
    private long first;
    private long held;
    private int leftOut;

    /**
     * @param longest about how many bytes they may take
     * @param lanes tells whose lines the page has
     */
    DetailLines(JsonGenerator json, LoggedTest test, long longest, HtmlLanes lanes) {
        this.json = json;
        this.test = test;
        this.half = longest / 2;
        this.lanes = lanes;
        for (LoggedAttempt attempt : test.attempts()) {
            Instant startedAt = attempt.circumstances().startedAt();
            if (startedAt != null) {
                begins.put(attempt.number(), startedAt);
            }
        }
    }

    /** Fields {@code lines}, {@code log}, which they stand in, and {@code leftOut}, where some are. */
    void write(EvidenceIndex evidence) throws IOException {
        json.writeArrayFieldStart("lines");
        evidence.forEachLine(test, this);
        for (String line : newest) {
            json.writeRawValue(line);
        }
        json.writeEndArray();
        json.writeStringField("log", test.log().getFileName().toString());
        if (leftOut > 0) {
            json.writeNumberField("leftOut", leftOut);
        }
    }

    @Override
    public void take(byte[] bytes, int start, int length) throws IOException {
        ObjectNode line = LINES.readValue(bytes, start, length);
        Instant startedAt = IsoInstant.parse(line.path("startedAt").asText());
        int attempt = line.path("attempt").asInt(1);
        Instant begin = begins.computeIfAbsent(attempt, first -> startedAt);
        if (!lanes.shows(attempt, line.path("user").asText(null))) {
            return;
        }
        line.remove(LEFT_OUT);
        line.put("t", ChronoUnit.MICROS.between(begin, startedAt));
        if (line.path("kind").asText().equals(HttpExchange.KIND)) {
            line.put("curl", CurlOfLine.of(line));
        }
        keep(PageJson.mapper().writeValueAsString(line));
    }

    private void keep(String line) throws IOException {
        long bytes = bytes(line);
        if (newest.isEmpty() && first + bytes <= half) {
            first += bytes;
            json.writeRawValue(line);
            return;
        }
        newest.addLast(line);
        held += bytes;
        while (held > half) {
            held -= bytes(newest.removeFirst());
            leftOut++;
        }
    }

    /** How many the lines took. */
    long bytes() {
        return first + held;
    }

    private static long bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length;
    }
}
