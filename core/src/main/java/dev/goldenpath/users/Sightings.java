package dev.goldenpath.users;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For how long leases of others were seen unchanged, by this JVM's own monotonic clock: the clocks of two machines are
 * never compared. Thread-safe.
 */
final class Sightings {
    private final Map<Path, Sighting> seen = new ConcurrentHashMap<>();

    private record Sighting(String content, long firstNanos) {}

    /**
     * For how long the file has had this content, as far as was seen.
     *
     * @param content what was read; a note that is written again is never the same
     * @param readNanos {@link System#nanoTime()} from before it was read
     */
    Duration unchanged(Path file, String content, long readNanos) {
        Sighting sighting = seen.compute(
                file,
                (path, known) -> known != null && known.content.equals(content)
                        ? known
                        // Now, for it may have been written just before it was read.
                        : new Sighting(content, System.nanoTime()));
        return Duration.ofNanos(Math.max(0, readNanos - sighting.firstNanos));
    }

    void forget(Path file) {
        seen.remove(file);
    }
}
