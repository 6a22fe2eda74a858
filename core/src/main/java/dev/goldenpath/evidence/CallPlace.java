package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Which exchange of which call this is. A call is one exchange, unless its author asked for retries or redirects.
 *
 * @param call number of the call in this JVM, from 1
 * @param number the exchange's place in its call, from 1
 * @param follows why it was sent after the one before; absent for the first
 * @param elsewhere whether a redirect had led away from the service's own address, so that the answer proves nothing
 * @since 0.1.0
 */
public record CallPlace(long call, int number, @Nullable Follows follows, boolean elsewhere) {

    /** Why one exchange follows another. */
    public enum Follows {
        /** The answer before was a redirect. */
        REDIRECT,
        /** The one before was to be tried again. */
        RETRY
    }
}
