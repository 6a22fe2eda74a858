package dev.goldenpath.evidence;

import java.util.List;
import java.util.Optional;

/**
 * One thing that was observed while tests ran. Implementations are immutable records whose components become the fields
 * of the run log's {@code evidence} lines.
 *
 * @since 0.1.0
 */
public interface Evidence {

    /** The kind as the run log writes it, for example {@code http-exchange}. */
    String kind();

    /**
     * Which declared service answered: an HTTP response arrived, a message was received. Only such evidence can prove
     * that a test did real work; empty for all other.
     */
    default Optional<Answer> answer() {
        return Optional.empty();
    }

    /** Whether it is an answer. */
    default boolean answered() {
        return answer().isPresent();
    }

    /** What in it speaks against a pass of its test, each in a few words, redacted; empty where nothing does. */
    default List<String> suspicions() {
        return List.of();
    }

    /** Whether every text in it that comes from outside was redacted when it was told, so that none need be again. */
    default boolean redactedWhenTold() {
        return false;
    }

    /** About how many characters it holds, as far as they can be many: what waits to be written is limited by this. */
    default int weight() {
        return 0;
    }
}
