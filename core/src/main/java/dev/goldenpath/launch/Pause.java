package dev.goldenpath.launch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment between two looks at something that no one tells of. */
final class Pause {
    private Pause() {}

    /**
     * Waits.
     *
     * @throws InterruptedIOException when the thread is interrupted, and stays so
     */
    static void of(Duration length) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        }
    }
}
