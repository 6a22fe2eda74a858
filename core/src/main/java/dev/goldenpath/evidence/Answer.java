package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/**
 * That a declared service has answered a test.
 *
 * @param service name of the declared service
 * @param user name of the test user who called, absent for an anonymous call
 * @param peer {@code address:port} that the answer came from, of the proxy where there is one; absent where not known
 * @since 0.1.0
 */
public record Answer(
        String service, @Nullable String user, @Nullable String peer) {}
