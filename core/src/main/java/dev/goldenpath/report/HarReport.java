package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedEvidence;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedSession;
import dev.goldenpath.runlog.LoggedTest;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The HTTP exchanges and WebSocket sessions of a run as an HTTP Archive (HAR 1.2), a page a test. Fields of our own begin
 * with an underscore, as the format has it.
 */
final class HarReport {
    private static final String VERSION = "1.2";

    private final JsonGenerator json;

    private HarReport(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the archive, one exchange or message after the other, so that it takes no more memory than the longest.
     *
     * @param figures counts what is written, so that the logs need not be read once more for it
     */
    static void write(LoggedRun run, Writer writer, TrafficFigures figures) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
            new HarReport(json).write(run, figures);
        }
    }

    private void write(LoggedRun run, TrafficFigures figures) throws IOException {
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
        run.evidence().forEach(new Entries(json, new HarFields(json, tests.keySet()), figures));
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

    /** Writes each as an entry, and has it counted on the way. */
    private record Entries(JsonGenerator json, HarEntry entry, HarSession session, TrafficFigures figures)
            implements EvidenceIndex.Taker {
        Entries(JsonGenerator json, HarFields fields, TrafficFigures figures) {
            this(json, new HarEntry(json, fields), new HarSession(json, fields), figures);
        }

        @Override
        public void exchange(LoggedEvidence<HttpExchange> exchange) throws IOException {
            json.writeRaw('\n');
            entry.write(exchange);
            figures.exchange(exchange);
        }

        @Override
        public void session(LoggedSession opened) throws IOException {
            json.writeRaw('\n');
            session.write(opened);
            figures.session(opened);
        }

        @Override
        public void attachment(LoggedEvidence<Attachment> attachment) {
            figures.attachment(attachment);
        }

        @Override
        public void identity(LoggedEvidence<Identity> identity) {
            figures.identity(identity);
        }

        @Override
        public void socket(LoggedEvidence<SocketTraffic> socket) {
            figures.socket(socket);
        }
    }

    /** A page is what a viewer groups by: each test that called a service. */
    private void pages(Map<String, List<LoggedTest>> tests, Map<String, Instant> begins) throws IOException {
        json.writeArrayFieldStart("pages");
        for (Map.Entry<String, Instant> begin : begins.entrySet()) {
            List<LoggedTest> ofPage = tests.get(begin.getKey());
            if (ofPage != null) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringField("startedDateTime", begin.getValue().toString());
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
