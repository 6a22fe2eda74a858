package dev.goldenpath.launch;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The running processes of one environment, shared by all JVMs of a run. A supervisor keeps them, a process of its own: at
 * most 5 s after the last of those JVMs has closed this, or has ended in whatever way, they are gone, and everything they
 * started. Thread-safe.
 *
 * @since 0.1.0
 */
public final class LaunchedProcesses implements AutoCloseable {
    private final Duration readyWithin;
    private final @Nullable Lease lease;

    private LaunchedProcesses(Duration readyWithin, @Nullable Lease lease) {
        this.readyWithin = readyWithin;
        this.lease = lease;
    }

    /**
     * Joins the JVMs that share the processes of an environment; the first one starts them, in their order, with its
     * working directory and environment variables. A program named {@code java} is the one that runs this JVM.
     *
     * @param folder what these JVMs have in common; for the processes' output, one {@code <environment>-<name>-<pid of
     *     the supervisor>.log} each, redacted with all that any of the JVMs wants masked by then
     * @throws EnvironmentNotReadyException when one cannot be started; those before it are stopped again
     */
    public static LaunchedProcesses share(Environment environment, Path folder, Redaction redaction) {
        Duration readyWithin = environment.launch().stream()
                .map(LaunchSpec::readyWithin)
                .reduce(environment.readyWithin(), (a, b) -> a.compareTo(b) < 0 ? b : a);
        return new LaunchedProcesses(
                readyWithin,
                environment.launch().isEmpty()
                        ? null
                        : new Supervision(LaunchPlace.of(folder, environment), redaction, Patience.DEFAULT)
                                .lease(environment.launch()));
    }

    /**
     * Ends what was left of a run that is over: where its supervisors were killed together with all that could have cleaned
     * up after them. Does nothing to processes whose supervisor lives.
     *
     * @param folder as the JVMs of that run had in common; it need not be there
     * @throws IOException when it can't be read
     */
    public static void endLeftOver(Path folder) throws IOException {
        Leftovers.endAll(folder);
    }

    /** How long the services may take to become ready. */
    public Duration readyWithin() {
        return readyWithin;
    }

    /** Names this start of the processes: another text where they were started anew; empty where there are none. */
    public String start() {
        return lease == null ? "" : lease.supervisor().toString();
    }

    /** The first process that has ended, in words with the last lines it wrote; empty while all run. */
    public Optional<String> failure() {
        return lease == null ? Optional.empty() : lease.failure();
    }

    /** Gives the processes back and returns at once; those that nobody else uses end soon after. */
    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }
}
