package dev.goldenpath.environment;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
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

    /** The beginning of a commit hash names the whole of it. */
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}");

    /** Whether both name the same revision: they are the same, or one is the beginning of the other's commit hash. */
    public static boolean isSame(String expected, String actual) {
        String a = expected.toLowerCase(Locale.ROOT);
        String b = actual.toLowerCase(Locale.ROOT);
        boolean hashes = HASH.matcher(a).matches() && HASH.matcher(b).matches();
        return expected.equals(actual) || (hashes && (a.startsWith(b) || b.startsWith(a)));
    }
}
