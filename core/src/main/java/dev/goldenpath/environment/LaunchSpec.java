package dev.goldenpath.environment;

import java.time.Duration;
import java.util.List;

/**
 * A process that the environment starts for itself.
 *
 * @param name as declared
 * @param command program and arguments
 * @param readyWithin how long the services may take to become ready once it is started
 * @param origin where it was declared
 * @since 0.1.0
 */
public record LaunchSpec(String name, List<String> command, Duration readyWithin, Origin origin) {

    /** Copies the command. */
    public LaunchSpec {
        command = List.copyOf(command);
    }
}
