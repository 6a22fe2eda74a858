package dev.goldenpath.environment;

/**
 * One configured value.
 *
 * @param key the full key, for example {@code environments.staging.services.backend.url}
 * @param value the value with its variables resolved
 * @param origin where it came from
 * @since 0.1.0
 */
public record Setting(String key, String value, Origin origin) {}
