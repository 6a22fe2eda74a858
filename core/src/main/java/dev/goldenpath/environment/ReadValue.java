package dev.goldenpath.environment;

import org.jspecify.annotations.Nullable;

/**
 * One value of the configuration, as it may be shown. Immutable.
 *
 * @param key the full key, for example {@code environments.staging.services.backend.url}, and of an entry of a list
 *     {@code environments.staging.ports[0]}
 * @param shown the value with its variables filled in; a secret, or the part of it that is one, is {@code ***}
 * @param origin where it came from: the file, or what overrides it
 * @param written what stands there, where that has variables; absent elsewhere
 * @since 0.1.0
 */
public record ReadValue(
        String key, String shown, Origin origin, @Nullable String written) {}
