package dev.goldenpath.launch;

import dev.goldenpath.evidence.Redaction;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Copies what a process writes into a file, redacted, and keeps the last lines for a failure message. */
final class OutputLog {
    private static final int LINES_KEPT = 20;
    /** A process may write without end and without a line break, and memory is small. */
    private static final int LONGEST_LINE = 1 << 18;

    private static final int LONGEST_TOLD = 2_000;
    private static final Duration END = Duration.ofSeconds(2);

    private final Path file;
    private final Thread copier;
    private final Deque<String> last = new ArrayDeque<>();
    private volatile @Nullable IOException lost;

    private OutputLog(Process process, Path file, Redaction redaction) {
        this.file = file;
        this.copier = new Thread(() -> copy(process, redaction), "goldenpath-output-" + file.getFileName());
        copier.setDaemon(true);
    }

    static OutputLog follow(Process process, Path file, Redaction redaction) {
        OutputLog log = new OutputLog(process, file, redaction);
        log.copier.start();
        return log;
    }

    Path file() {
        return file;
    }

    /**
     * What the process wrote last, after waiting for the rest of it when it has ended; and below it why the file does
     * not hold it all, where that is so.
     */
    String lastLines() {
        awaitEnd(END);
        IOException why = lost;
        String end = why == null ? "" : "\n(this file is not whole: " + why + ")";
        synchronized (last) {
            return (last.isEmpty() ? "(nothing)" : String.join("\n", last)) + end;
        }
    }

    void awaitEnd(Duration limit) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(copier, limit.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(Process process, Redaction redaction) {
        try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                LogFile written = new LogFile()) {
            for (String line = readLine(reader); line != null; line = readLine(reader)) {
                String redacted = redaction.text(line);
                synchronized (last) {
                    last.addLast(
                            redacted.length() <= LONGEST_TOLD ? redacted : redacted.substring(0, LONGEST_TOLD) + "…");
                    if (last.size() > LINES_KEPT) {
                        last.removeFirst();
                    }
                }
                written.append(redacted);
            }
        } catch (IOException e) {
            // A killed process closes its pipe in the middle of a read; that is its end, and no error.
            if (process.isAlive()) {
                lost = e;
            }
        }
    }

    private static @Nullable String readLine(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = reader.read()) {
            line.append((char) next);
            if (line.length() == LONGEST_LINE) {
                return line.toString();
            }
        }
        int end = line.length() - 1;
        if (end >= 0 && line.charAt(end) == '\r') {
            line.setLength(end);
        }
        return line.toString();
    }

    /** The file while it can be written: a process whose output nobody reads would stand still. */
    private final class LogFile implements AutoCloseable {
        private @Nullable BufferedWriter writer;

        LogFile() {
            try {
                writer = Files.newBufferedWriter(file);
            } catch (IOException e) {
                lost = e;
            }
        }

        void append(String line) {
            BufferedWriter open = writer;
            if (open != null) {
                try {
                    open.write(line);
                    open.newLine();
                    open.flush();
                } catch (IOException e) {
                    lost = e;
                    close();
                }
            }
        }

        @Override
        public void close() {
            BufferedWriter open = writer;
            writer = null;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    lost = e;
                }
            }
        }
    }
}
