/**
 * The declared services, users and processes of one environment, read from {@code goldenpath.yaml} with the origin of
 * every value. {@link dev.goldenpath.environment.EnvironmentLoader} is the door.
 */
@NullMarked
package dev.goldenpath.environment;

import org.jspecify.annotations.NullMarked;
