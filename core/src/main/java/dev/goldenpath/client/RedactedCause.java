package dev.goldenpath.client;

import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cause of an exception that reports will show: its words may quote what a service sent.
 *
 * @since 0.1.0
 */
public final class RedactedCause {
    private final Redaction redaction;
    private final Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());

    private RedactedCause(Redaction redaction) {
        this.redaction = redaction;
    }

    /**
     * {@code cause} itself where neither its words nor those of its own causes hold a secret; else a copy of them all,
     * each with the redacted words, which begin with the name of its type, and the stack trace.
     */
    public static Exception of(Exception cause, Redaction redaction) {
        return new RedactedCause(redaction).holdsSecret(cause) ? new RedactedCause(redaction).copy(cause) : cause;
    }

    private boolean holdsSecret(@Nullable Throwable thrown) {
        if (thrown == null || !met.add(thrown)) {
            return false;
        }
        String words = thrown.toString();
        return !redaction.text(words).equals(words)
                || holdsSecret(thrown.getCause())
                || Stream.of(thrown.getSuppressed()).anyMatch(this::holdsSecret);
    }

    private IOException copy(Throwable thrown) {
        met.add(thrown);
        IOException copy = new IOException(redaction.text(thrown.toString()));
        copy.setStackTrace(thrown.getStackTrace());
        Throwable cause = thrown.getCause();
        if (cause != null && !met.contains(cause)) {
            copy.initCause(copy(cause));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!met.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed));
            }
        }
        return copy;
    }
}
