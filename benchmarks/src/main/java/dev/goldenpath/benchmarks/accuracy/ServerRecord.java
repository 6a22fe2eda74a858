package dev.goldenpath.benchmarks.accuracy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.goldenpath.benchmarks.frame.Loopback;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** How long a server took for each request, from the first byte it read to the last it wrote. Thread-safe. */
final class ServerRecord {
    /** Held by those who answer, so that nobody is told a record that the last answer is still missing from. */
    private final ReadWriteLock answering = new ReentrantReadWriteLock();

    private final List<Long> nanos = new ArrayList<>();

    /** Has a request answered, and adds how long it took by then. */
    void add(long firstByteNanos, Loopback.Work answer) throws IOException {
        answering.readLock().lock();
        try {
            answer.run();
            long took = System.nanoTime() - firstByteNanos;
            synchronized (nanos) {
                nanos.add(took);
            }
        } finally {
            answering.readLock().unlock();
        }
    }

    /** Writes all of it, a line each, in nanoseconds. */
    void tell(SocketChannel asking) throws IOException {
        StringBuilder lines = new StringBuilder();
        answering.writeLock().lock();
        try {
            nanos.forEach(took -> lines.append(took).append('\n'));
        } finally {
            answering.writeLock().unlock();
        }
        ByteBuffer bytes = US_ASCII.encode(lines.toString());
        while (bytes.hasRemaining()) {
            asking.write(bytes);
        }
    }
}
