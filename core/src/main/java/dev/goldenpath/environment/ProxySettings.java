package dev.goldenpath.environment;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The proxy through which a service is called.
 *
 * @param url its address: {@code http}, a host and a port, and nothing else
 * @param username what it knows the caller by, absent where it asks for nothing
 * @param password the caller's password, absent exactly where there is no user name
 * @param origin where the address came from
 * @since 0.1.0
 */
public record ProxySettings(
        URI url, @Nullable String username, @Nullable Secret password, Origin origin) {}
