package dev.goldenpath.compare;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first call of a test that went another way than in its last green run.
 *
 * @param service name of the declared service
 * @param call what it is: {@code POST /api/threads/{} as alice}, or {@code WebSocket /ws as bob, message 4}
 * @param number which call of the test it is, from 1, as the green run counts, or the other where it had none of the kind;
 *     absent for a message, for the end of a session, and for calls that the library made for itself
 * @param of how many calls the test made in that run
 * @param differences what differs: at least one, the most telling first
 * @param before where the green run's log has it; absent where that has no such call
 * @param after where the other log has it, likewise
 * @since 0.1.0
 */
public record Divergence(
        String service,
        String call,
        @Nullable Integer number,
        int of,
        List<Difference> differences,
        @Nullable Place before,
        @Nullable Place after) {

    /** Copies the differences. */
    public Divergence {
        differences = List.copyOf(differences);
    }

    /** The same of a call that the library made for itself. */
    Divergence ofLibrary() {
        return new Divergence(service, call, null, of, differences, before, after);
    }

    /**
     * One thing that differs.
     *
     * @param what {@code status}, {@code header retry-after}, {@code JSON /checks/redis} and so on
     * @param before in the green run, in a few words; absent where it was not there
     * @param after in the other, likewise
     */
    public record Difference(
            String what, @Nullable String before, @Nullable String after) {}

    /**
     * A line of a log.
     *
     * @param log the file
     * @param line from 1
     */
    public record Place(Path log, int line) {
        @Override
        public String toString() {
            return log + ":" + line;
        }
    }
}
