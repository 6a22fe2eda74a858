package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.InOrder;
import dev.goldenpath.runlog.IsoInstant;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The HTTP exchanges and WebSocket sessions of a run as an HTTP Archive (HAR 1.2), a page a test. Fields of our own begin
 * with an underscore, as the format has it.
 */
final class HarReport {
    private static final String VERSION = "1.2";

    private final OutputStream out;
    private final JsonGenerator json;

    private HarReport(OutputStream out, JsonGenerator json) {
        this.out = out;
        this.json = json;
    }

    /**
     * Writes the archive, and shows all evidence to {@code reader}, so that none is read twice. Takes no more memory than
     * the longest exchanges or messages.
     */
    static void write(LoggedRun run, EvidenceIndex.Taker reader, OutputStream out) throws IOException {
        // By bytes, and not by a writer: it is the largest of all reports.
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            new HarReport(out, json).write(run, reader);
        }
    }

    private void write(LoggedRun run, EvidenceIndex.Taker reader) throws IOException {
        Map<String, List<LoggedTest>> tests = new LinkedHashMap<>();
        run.tests()
                .forEach(test -> tests.computeIfAbsent(test.plan().test(), id -> new ArrayList<>())
                        .add(test));
        json.writeStartObject();
        json.writeObjectFieldStart("log");
        json.writeStringField("version", VERSION);
        json.writeObjectFieldStart("creator");
        json.writeStringField("name", "Golden Path");
        json.writeStringField(
                "version",
                Optional.ofNullable(HarReport.class.getPackage().getImplementationVersion())
                        .orElse("unknown"));
        json.writeEndObject();
        pages(tests, run.evidence().begins());
        json.writeArrayFieldStart("entries");
        json.flush();
        entries(run.evidence(), tests.keySet(), reader);
        json.writeEndArray();
        json.writeStringField(
                "comment",
                "Golden Path run " + run.run()
                        + RevisionsMet.in(run).sentences().stream()
                                .map(sentence -> "; redeployed in mid-run: " + sentence)
                                .collect(Collectors.joining()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void entries(EvidenceIndex evidence, Set<String> pages, EvidenceIndex.Taker reader) throws IOException {
        Iterator<EvidenceIndex> parts = evidence.parts(HarPart.BYTES).iterator();
        // Parts are asked for and written on this thread.
        Queue<ByteArrayOutputStream> buffers = new ArrayDeque<>();
        boolean[] begun = new boolean[1];
        InOrder.<HarPart>forEach(
                () -> parts.hasNext() ? new HarPart(parts.next(), pages, buffers) : null,
                part -> begun[0] = part.writeTo(out, begun[0], reader));
    }

    /** A page is what a viewer groups by: each test that called a service. */
    private void pages(Map<String, List<LoggedTest>> tests, Map<String, Instant> begins) throws IOException {
        IsoInstant instants = new IsoInstant();
        json.writeArrayFieldStart("pages");
        for (Map.Entry<String, Instant> begin : begins.entrySet()) {
            List<LoggedTest> ofPage = tests.get(begin.getKey());
            if (ofPage != null) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringField("startedDateTime", instants.text(begin.getValue()));
                json.writeStringField("id", begin.getKey());
                json.writeStringField("title", NotPassed.nameOf(ofPage.get(0)));
                json.writeObjectFieldStart("pageTimings");
                json.writeEndObject();
                // A test that two JVMs ran is one page with both verdicts.
                json.writeStringField(
                        "comment",
                        String.join(
                                ", ",
                                ofPage.stream()
                                        .map(test -> test.verdict().name())
                                        .toList()));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
