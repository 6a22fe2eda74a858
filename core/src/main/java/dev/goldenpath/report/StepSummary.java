package dev.goldenpath.report;

import dev.goldenpath.launch.LockFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The file that GitHub shows on the page of a build. Others write to it, too: each run has a block of its own between two
 * marks, and what stands elsewhere stays.
 */
final class StepSummary {
    /** GitHub refuses the whole file above this size. */
    static final int LIMIT = 1024 * 1024;

    private static final Duration LOCK = Duration.ofSeconds(10);

    private final Path file;
    private final RunAccount account;
    private final String begin;
    private final String end;

    private StepSummary(Path file, RunAccount account) {
        this.file = file;
        this.account = account;
        this.begin = "<!-- goldenpath " + account.run().run() + " -->\n";
        this.end = "<!-- /goldenpath " + account.run().run() + " -->\n";
    }

    /**
     * Writes the run's block, in the place of the one that an earlier JVM of the run has written.
     *
     * @throws IOException when it can't be written, or there is no room for it
     */
    static void write(Path file, RunAccount account) throws IOException {
        StepSummary summary = new StepSummary(file, account);
        LockFile.holding(file.resolveSibling(file.getFileName() + ".goldenpath.lock"), LOCK, () -> {
            summary.write();
            return file;
        });
    }

    private void write() throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        // A character a byte: what others wrote stays as it is, whatever it is.
        String before = size == 0 || size > LIMIT ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        int from = before.indexOf(begin);
        int to = from < 0 ? -1 : before.indexOf(end, from);
        if (to < 0) {
            String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
            byte[] block = bytes(gap + block(size + gap.length()));
            Files.write(file, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return;
        }
        String head = before.substring(0, from);
        String tail = before.substring(to + end.length());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(bytes(block((long) head.length() + tail.length())));
        whole.writeBytes(tail.getBytes(StandardCharsets.ISO_8859_1));
        Files.write(file, whole.toByteArray());
    }

    /** The longest that fits beside {@code others}, a number of bytes. */
    private String block(long others) throws IOException {
        String whole = begin + GithubBlock.of(account) + end;
        if (others + bytes(whole).length <= LIMIT) {
            return whole;
        }
        String inShort = begin + GithubBlock.inShort(account) + end;
        if (others + bytes(inShort).length <= LIMIT) {
            return inShort;
        }
        throw new IOException("other steps of this job left no room: it has " + others + " bytes of at most " + LIMIT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
