package dev.goldenpath.jupiter;

import dev.goldenpath.verdict.Moment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How the methods of test factories have ended, by unique id. A factory is no test of its own, and fails as a container:
 * only this tells whether it was its method or what is around it. Thread-safe.
 */
final class FactoryEnds {
    private final Map<String, End> ends = new ConcurrentHashMap<>();

    private record End(@Nullable Throwable thrown) {}

    /** The factory's method has returned and its dynamic tests are over, or {@code thrown} has ended it. */
    void ended(String id, @Nullable Throwable thrown) {
        ends.put(id, new End(thrown));
    }

    /** When the throwable that JUnit reports for the factory was thrown. */
    Moment momentOf(String id, Throwable reported) {
        End end = ends.remove(id);
        if (end == null) {
            return Moment.SETUP;
        }
        return end.thrown == reported ? Moment.TEST : Moment.TEARDOWN;
    }
}
