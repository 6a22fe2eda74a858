package dev.goldenpath.cause;

import java.util.Locale;

/**
 * How well a statement is known.
 *
 * @since 0.1.0
 */
public enum Standing {
    /** It stands in the evidence of the test itself. */
    OBSERVED,
    /** A service has said so when the library asked it. */
    CONFIRMED,
    /** It follows from something else, and nobody has said so. */
    INFERRED,
    /** Nothing is known. */
    OPEN;

    /** The standing in lower case, for messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
