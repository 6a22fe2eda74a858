package dev.goldenpath.evidence;

import java.util.Locale;

/**
 * How well a service is, as its probes tell.
 *
 * @since 0.1.0
 */
public enum ServiceState {
    /** It works. */
    HEALTHY,
    /** It works, but not all of it: a dependency that it can do without is not there, or it says so itself. */
    DEGRADED,
    /** It answers, or another one answers for it, and it does not work. */
    FAILED,
    /** It gives no answer: its name is unknown, nobody listens, no TLS connection comes about, or a limit ran out. */
    UNREACHABLE,
    /** Its liveness and its deep health disagree. */
    CONTRADICTORY;

    /** Whether tests can use it. */
    public boolean isReady() {
        return this == HEALTHY || this == DEGRADED;
    }

    /** The state in lower case, for messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
