package dev.goldenpath.environment;

import dev.goldenpath.evidence.Redaction;

/**
 * A secret read from the configuration. Shows itself only to {@link #reveal()}. Immutable.
 *
 * @since 0.1.0
 */
public final class Secret {
    private final String value;
    private final Origin origin;

    /** Wraps {@code value}. */
    public Secret(String value, Origin origin) {
        this.value = value;
        this.origin = origin;
    }

    /** The secret itself: for the one call that needs it, never for a message. */
    public String reveal() {
        return value;
    }

    /** Where it came from. */
    public Origin origin() {
        return origin;
    }

    /** Always the mask. */
    @Override
    public String toString() {
        return Redaction.MASK;
    }
}
