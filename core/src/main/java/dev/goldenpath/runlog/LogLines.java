package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the whole lines of a log, one after the other, and checks that each follows the one before. */
final class LogLines {
    private final Path log;
    private final Taker taker;
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
    }

    /**
     * Hands every whole line to {@code taker}; evidence without the long fields that say nothing of verdicts.
     *
     * @throws IOException when the log can't be read, a line is no JSON object, or one was changed, lost or moved
     */
    static void read(Path log, Taker taker) throws IOException {
        LogLines lines = new LogLines(log, taker);
        try (WholeLines blocks = new WholeLines(log)) {
            InOrder.forEach(
                    () -> {
                        WholeLines.Block block = blocks.next();
                        return block == null ? null : new LogBlock(log, block);
                    },
                    lines::take);
        }
    }

    private void take(List<LogBlock.Read> lines) throws IOException {
        for (LogBlock.Read line : lines) {
            take(line);
        }
    }

    private void take(LogBlock.Read line) throws IOException {
        number++;
        if (line.problem() != null) {
            throw new IOException(log + ":" + number + " is no run log line: " + line.problem());
        }
        if (line.seq() != number || !line.prev().equals(previousHash)) {
            throw new IOException(log + ":" + number
                    + " does not follow the line before it: the log was changed after it was written.");
        }
        if (line.line() != null) {
            taker.line(line.line());
        }
        if (line.head() != null) {
            taker.evidence(line.head());
        }
        previousHash = line.hash();
    }
}
