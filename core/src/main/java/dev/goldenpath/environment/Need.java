package dev.goldenpath.environment;

/**
 * How much a service needs another one.
 *
 * @since 0.1.0
 */
public enum Need {
    /** It cannot work without. */
    REQUIRED,
    /** It works without, degraded. */
    OPTIONAL
}
