package dev.goldenpath.launch;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.evidence.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The running processes of one environment. They end when this is closed, and when this JVM ends. Thread-safe.
 *
 * @since 0.1.0
 */
public final class LaunchedProcesses implements AutoCloseable {
    /** Changed under the lock alone, and read without it: to stop them all takes a while. */
    private final List<LaunchedProcess> processes = new CopyOnWriteArrayList<>();

    private final Duration readyWithin;
    private final Thread atExit = new Thread(this::stopAll, "goldenpath-stop-processes");
    private boolean stopping;

    private LaunchedProcesses(Duration readyWithin) {
        this.readyWithin = readyWithin;
    }

    /**
     * Starts the processes of an environment in their order, with this JVM's working directory and environment
     * variables. A program named {@code java} is the one that runs this JVM.
     *
     * @param output the folder for their output, one {@code launch-<environment>-<name>-<pid of this JVM>.log} each,
     *     redacted
     * @throws EnvironmentNotReadyException when one cannot be started; those before it are stopped again
     */
    public static LaunchedProcesses start(Environment environment, Path output, Redaction redaction) {
        Duration readyWithin = environment.launch().stream()
                .map(LaunchSpec::readyWithin)
                .reduce(environment.readyWithin(), (a, b) -> a.compareTo(b) < 0 ? b : a);
        LaunchedProcesses launched = new LaunchedProcesses(readyWithin);
        if (!environment.launch().isEmpty()) {
            Runtime.getRuntime().addShutdownHook(launched.atExit);
        }
        try {
            for (LaunchSpec spec : environment.launch()) {
                launched.start(spec, environment.name(), output, redaction);
            }
            return launched;
        } catch (RuntimeException e) {
            launched.close();
            throw e;
        }
    }

    private synchronized void start(LaunchSpec spec, String environment, Path output, Redaction redaction) {
        if (stopping) {
            throw new EnvironmentNotReadyException(
                    "Process '" + spec.name() + "' was not started, for this JVM is ending.", List.of());
        }
        processes.add(LaunchedProcess.start(spec, environment, output, redaction));
    }

    /** How long the services may take to become ready. */
    public Duration readyWithin() {
        return readyWithin;
    }

    /** The first process that has ended, in words with the last lines it wrote; empty while all run. */
    public Optional<String> failure() {
        return processes.stream()
                .map(LaunchedProcess::failure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Ends all processes and everything they started, the last started first; waits at most 20 s for each. */
    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and its hook has stopped or is stopping them.
            return;
        }
    }

    private synchronized void stopAll() {
        stopping = true;
        List<LaunchedProcess> lastFirst = new ArrayList<>(processes);
        Collections.reverse(lastFirst);
        lastFirst.forEach(LaunchedProcess::stop);
        processes.clear();
    }
}
