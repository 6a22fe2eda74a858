package dev.goldenpath.environment;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whom a call of a service reached in the end.
 *
 * @param service the service that was to be called
 * @param url what was called: of another host than the service's own where a redirect had led there
 * @param peer {@code address:port} of the other end of the connection, absent where none came about
 * @param proxied whether that is a proxy's, so that it says nothing about the service
 * @since 0.1.0
 */
public record PeerCall(
        ServiceEndpoint service, URI url, @Nullable String peer, boolean proxied) {}
