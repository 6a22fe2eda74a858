package dev.goldenpath.environment;

/**
 * One thing that is wrong with the configuration.
 *
 * @param origin where the offending value came from
 * @param what the key and what is wrong with it
 * @param remedy what to do about it
 * @since 0.1.0
 */
public record ConfigurationProblem(Origin origin, String what, String remedy) {}
