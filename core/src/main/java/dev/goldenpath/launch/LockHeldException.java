package dev.goldenpath.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * The lock of a file was not to be had in time; the file itself can be used.
 *
 * @since 0.1.0
 */
public final class LockHeldException extends IOException {
    private static final long serialVersionUID = 1L;

    LockHeldException(String who, Path file, Duration limit) {
        super(who + " " + file + " for " + words(limit));
    }

    private static String words(Duration limit) {
        return limit.toMillisPart() == 0
                ? limit.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", limit.toMillis() / 1e3);
    }
}
