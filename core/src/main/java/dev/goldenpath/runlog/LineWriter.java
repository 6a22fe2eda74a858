package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to one file, in the order in which they were handed over. A thread of its own writes those that may
 * wait; whoever writes a line that may not, or finds the queue full, writes the queue first. So there is nobody to wait
 * for but the disk, and no line is dropped. Thread-safe.
 */
final class LineWriter implements AutoCloseable {
    /** Lines are gathered so that one wake-up and one write serve many. It is also what a kill can take of a test. */
    private static final Duration GATHERING = Duration.ofMillis(10);

    private static final Duration EXIT_LIMIT = Duration.ofSeconds(5);

    private final OutputStream file;
    private final LineEncoder encoder;
    private final LineQueue queue = new LineQueue();
    private final ReentrantLock writing = new ReentrantLock();
    private final Thread atExit = new Thread(this::writeAtExit, "goldenpath-run-log-exit");
    private volatile @Nullable IOException failure;
    private boolean broken;

    private LineWriter(OutputStream file, RunClock clock, Redaction redaction) {
        this.file = file;
        this.encoder = new LineEncoder(clock, redaction);
    }

    /** Creates {@code <name>.jsonl}, or {@code <name>-2.jsonl} and so on where this JVM has written one before. */
    static LineWriter create(Path folder, String name, RunClock clock, Redaction redaction) throws IOException {
        Files.createDirectories(folder);
        String candidate = name;
        for (int number = 2; ; number++) {
            try {
                Path path = folder.resolve(candidate + ".jsonl");
                // Not a channel: that would be closed for good when an interrupted thread writes to it.
                OutputStream file =
                        Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return to(file, clock, redaction);
            } catch (FileAlreadyExistsException e) {
                candidate = name + "-" + number;
            }
        }
    }

    /** Writes to {@code file} from now on. */
    static LineWriter to(OutputStream file, RunClock clock, Redaction redaction) {
        LineWriter writer = new LineWriter(file, clock, redaction);
        Thread thread = new Thread(null, writer::writeInBackground, "goldenpath-run-log", 0, false);
        thread.setDaemon(true);
        thread.start();
        try {
            Runtime.getRuntime().addShutdownHook(writer.atExit);
        } catch (IllegalStateException e) {
            // The JVM ends already, so no line may wait.
            writer.queue.close();
        }
        return writer;
    }

    /** Hands a line to the operating system, after all that were handed over before it. */
    void write(LineType type, Line.Content content) {
        queue.add(type, content);
        writeQueue();
    }

    /**
     * Takes a line and goes on: it is written within some milliseconds, or before the next line that can't wait.
     *
     * @param size about how many characters it holds on to
     */
    void writeLater(LineType type, int size, Line.Content content) {
        if (queue.addForLater(type, size, content)) {
            writeQueue();
        }
    }

    /** Why lines were lost; empty when none was. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() throws IOException {
        queue.close();
        writing.lock();
        try {
            write(queue.take());
            file.close();
        } finally {
            writing.unlock();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM ends; the hook will find nothing to write.
            return;
        }
    }

    private void writeInBackground() {
        while (queue.await(GATHERING)) {
            writeQueue();
        }
    }

    private void writeQueue() {
        writing.lock();
        try {
            write(queue.take());
        } finally {
            writing.unlock();
        }
    }

    /** For a JVM that exits while tests run. A disk that hangs must not keep it from that. */
    private void writeAtExit() {
        queue.close();
        try {
            if (writing.tryLock(EXIT_LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    write(queue.take());
                } finally {
                    writing.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Line> lines) {
        for (Line line : lines) {
            if (broken) {
                return;
            }
            try {
                encoder.add(line);
            } catch (IOException e) {
                lost(e);
            }
            if (encoder.isFull()) {
                flush();
            }
        }
        flush();
    }

    private void flush() {
        try {
            if (!broken) {
                encoder.writeTo(file);
            }
        } catch (IOException e) {
            // A line may have been cut, and whatever came after it could not be read.
            broken = true;
            lost(e);
        }
    }

    private void lost(IOException why) {
        if (failure == null) {
            failure = why;
        }
    }
}
