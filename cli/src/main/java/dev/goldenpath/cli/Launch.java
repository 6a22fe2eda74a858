package dev.goldenpath.cli;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.launch.LaunchedProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes of an environment while a command looks at it, or none. Thread-safe. */
final class Launch implements AutoCloseable {
    /** A supervisor has ended its processes, and itself, by then. */
    private static final Duration END = Duration.ofSeconds(8);

    private final Duration readyWithin;
    private final @Nullable LaunchedProcesses processes;
    private final @Nullable Path folder;
    private boolean closed;

    private Launch(Duration readyWithin, @Nullable LaunchedProcesses processes, @Nullable Path folder) {
        this.readyWithin = readyWithin;
        this.processes = processes;
        this.folder = folder;
    }

    /**
     * Starts them, where that is wanted.
     *
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException when one cannot be started
     */
    static Launch of(Environment environment, boolean wanted, Redaction redaction, Screen screen) {
        if (!wanted || environment.launch().isEmpty()) {
            return new Launch(environment.readyWithin(), null, null);
        }
        screen.gap();
        screen.line("Starting "
                + environment.launch().stream().map(LaunchSpec::name).collect(Collectors.joining(", ")) + " …");
        Path folder = folder();
        try {
            LaunchedProcesses processes = LaunchedProcesses.share(environment, folder, redaction);
            return new Launch(processes.readyWithin(), processes, folder);
        } catch (RuntimeException e) {
            awaitEnd(folder);
            remove(folder);
            throw e;
        }
    }

    Duration readyWithin() {
        return readyWithin;
    }

    /** The first process that has ended, in words; empty while all run. */
    Optional<String> failure() {
        return processes == null ? Optional.empty() : processes.failure();
    }

    /** Ending them takes a moment; says nothing where there are none. */
    void tellThatItEnds(Screen screen) {
        if (processes != null) {
            screen.line("  Ending the processes that were started …");
        }
    }

    /** Ends them, and returns when they are gone. */
    @Override
    public synchronized void close() {
        if (processes != null && folder != null && !closed) {
            closed = true;
            boolean broken = failure().isPresent();
            processes.close();
            awaitEnd(folder);
            // Where one has ended by itself, what it wrote has been named.
            if (!broken) {
                remove(folder);
            }
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("goldenpath-doctor-");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for what the processes write", e);
        }
    }

    /** The supervisor's file is the last thing it removes. */
    private static void awaitEnd(Path folder) {
        long start = System.nanoTime();
        try {
            while (files(folder).stream().anyMatch(file -> file.toString().endsWith(".state"))
                    && System.nanoTime() - start < END.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Path folder) {
        try {
            for (Path file : files(folder)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What can't be removed from the system's temporary folder is for the system to remove.
            return;
        }
    }

    /** The folder and all in it, the deepest first. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
