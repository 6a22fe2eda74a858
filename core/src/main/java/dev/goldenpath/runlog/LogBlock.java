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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a block of a log, of which blocks before it say nothing. */
final class LogBlock implements Callable<List<LogBlock.Read>> {
    private static final byte[] EVIDENCE = "{\"type\":\"evidence\",".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> READ_WHOLE = Set.of(Probe.KIND, Revision.KIND, Finding.KIND, Audit.KIND);
    private static final JsonMapper MAPPER = LogJson.mapper();

    private final WholeLines.Block block;
    private final EvidenceHead.Reader heads;

    LogBlock(Path log, WholeLines.Block block) {
        this.block = block;
        this.heads = new EvidenceHead.Reader(log);
    }

    /**
     * What a line holds.
     *
     * @param seq its number, as it says
     * @param prev digest of the line before, as it says
     * @param hash its own
     * @param line absent for evidence on which no verdict rests
     * @param head absent for all but evidence
     * @param problem why it is no line of a log, absent for one that is
     */
    record Read(
            int seq,
            String prev,
            String hash,
            @Nullable JsonNode line,
            @Nullable EvidenceHead head,
            @Nullable String problem) {}

    @Override
    public List<Read> call() throws IOException {
        byte[] bytes = block.lines().bytes();
        int end = block.lines().start() + block.lines().length();
        List<Read> lines = new ArrayList<>();
        int start = block.lines().start();
        while (start < end) {
            int lineEnd = Bytes.next((byte) '\n', bytes, start, end);
            lines.add(read(new Slice(bytes, start, lineEnd - start), block.offset() + start));
            start = lineEnd + 1;
        }
        return lines;
    }

    private Read read(Slice line, long offset) throws IOException {
        String hash = Sha256.of(line.bytes(), line.start(), line.length());
        try {
            return isEvidence(line) ? evidence(line, offset, hash) : object(line, hash);
        } catch (JsonProcessingException e) {
            return broken(e.getOriginalMessage());
        }
    }

    private Read evidence(Slice line, long offset, String hash) throws IOException {
        EvidenceHead head = heads.read(line, offset);
        boolean whole = READ_WHOLE.contains(head.kind()) || endsInList(line);
        return new Read(head.seq(), head.prev(), hash, whole ? tree(line) : null, head, null);
    }

    private static Read object(Slice line, String hash) throws IOException {
        JsonNode node = tree(line);
        return node.isObject()
                ? new Read(node.path("seq").asInt(), node.path("prev").asText(), hash, node, null, null)
                : broken("it is no JSON object");
    }

    private static Read broken(String problem) {
        return new Read(0, "", "", null, null, problem);
    }

    private static JsonNode tree(Slice line) throws IOException {
        return MAPPER.readTree(line.bytes(), line.start(), line.length());
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
