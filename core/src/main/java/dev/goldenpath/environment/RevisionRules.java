package dev.goldenpath.environment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which revision of a service is the intended one.
 *
 * @param expected the revision, or the first seven or more characters of a commit hash; absent where any will do
 * @param deployed where the service says since when it runs this revision, absent where it does not
 * @param maxAge how long ago it may have been deployed, absent where that does not matter; never without {@code deployed}
 * @since 0.1.0
 */
public record RevisionRules(
        @Nullable Setting expected,
        @Nullable PointerReference deployed,
        @Nullable Duration maxAge) {
    /** Any revision, of any age. */
    public static final RevisionRules NONE = new RevisionRules(null, null, null);
}
