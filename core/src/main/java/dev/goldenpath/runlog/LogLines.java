package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** Reads the whole lines of a log, one after the other, and checks that each follows the one before. */
final class LogLines {
    private static final byte[] EVIDENCE = "{\"type\":\"evidence\",".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> READ_WHOLE = Set.of(Probe.KIND, Revision.KIND, Finding.KIND, Audit.KIND);

    private final Path log;
    private final Taker taker;
    private final JsonMapper mapper = LogJson.mapper();
    private final EvidenceHead.Reader heads;
    private String previousHash = "";
    private int number;

    /** Takes one line after the other. */
    interface Taker {

        /** Takes one that is no evidence, or is evidence on which verdicts rest. */
        void line(JsonNode line);

        /** Takes the head of evidence, of any kind. */
        void evidence(EvidenceHead head);
    }

    private LogLines(Path log, Taker taker) {
        this.log = log;
        this.taker = taker;
        this.heads = new EvidenceHead.Reader(log);
    }

    /**
     * Hands every whole line to {@code taker}; evidence without the long fields that say nothing of verdicts.
     *
     * @throws IOException when the log can't be read, a line is no JSON object, or one was changed, lost or moved
     */
    static void read(Path log, Taker taker) throws IOException {
        LogLines lines = new LogLines(log, taker);
        WholeLines.of(log, lines::take);
    }

    private void take(Slice line, long offset) throws IOException {
        number++;
        try {
            if (isEvidence(line)) {
                evidence(line, offset);
            } else {
                object(line);
            }
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IOException(log + ":" + number + " is no run log line: " + e.getOriginalMessage(), e);
        }
        previousHash = Sha256.of(line.bytes(), line.start(), line.length());
    }

    private void evidence(Slice line, long offset) throws IOException {
        EvidenceHead head = heads.read(line, offset);
        check(head.seq(), head.prev());
        if (READ_WHOLE.contains(head.kind()) || endsInList(line)) {
            taker.line(mapper.readTree(line.bytes(), line.start(), line.length()));
        }
        taker.evidence(head);
    }

    private void object(Slice line) throws IOException {
        JsonNode node = mapper.readTree(line.bytes(), line.start(), line.length());
        if (node == null || !node.isObject()) {
            throw new IOException(log + ":" + number + " is no run log line: it is no JSON object");
        }
        check(node.path("seq").asInt(), node.path("prev").asText());
        taker.line(node);
    }

    private void check(int seq, String prev) throws IOException {
        if (seq != number || !prev.equals(previousHash)) {
            throw new IOException(log + ":" + number
                    + " does not follow the line before it: the log was changed after it was written.");
        }
    }

    private static boolean isEvidence(Slice line) {
        int end = line.start() + Math.min(line.length(), EVIDENCE.length);
        return Arrays.equals(line.bytes(), line.start(), end, EVIDENCE, 0, EVIDENCE.length);
    }

    /** The markers of an answer, which most answers have not, are a list at its end. */
    private static boolean endsInList(Slice line) {
        int end = line.start() + line.length();
        return line.bytes()[end - 1] == '}' && line.bytes()[end - 2] == ']';
    }
}
