package dev.goldenpath.runlog;

import dev.goldenpath.environment.Shard;
import dev.goldenpath.launch.LaunchedProcesses;
import dev.goldenpath.launch.LockFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that all JVMs of a run write to, and often those of several runs: {@code target/goldenpath}.
 *
 * @since 0.1.0
 */
public final class RunFolder {
    private static final String LAUNCHES = "launch";
    private static final String ATTACHMENTS = "attachments";
    private static final Duration LOCK = Duration.ofMinutes(1);

    private RunFolder() {}

    /**
     * Does something while no other JVM changes {@code folder}, which is made where it is missing.
     *
     * @throws IOException also when another one has held it for a minute
     */
    public static <T> T holding(Path folder, LockFile.Action<T> action) throws IOException {
        return LockFile.holding(folder.resolve(".lock"), LOCK, action);
    }

    /** Where a run's launched processes write to, below {@code folder}; it need not be there. */
    public static Path launchesOf(Path folder, String run) {
        return folder.resolve(LAUNCHES).resolve(run);
    }

    /** Where a run's attachments are, below {@code folder}; it need not be there. */
    public static Path attachmentsOf(Path folder, String run) {
        return folder.resolve(ATTACHMENTS).resolve(run);
    }

    /** Where the attachments of one of its shards are: shards on several machines may call two files the same. */
    public static Path attachmentsOf(Path folder, String run, @Nullable Shard shard) {
        Path all = attachmentsOf(folder, run);
        return shard == null ? all : all.resolve("shard-" + shard.index());
    }

    /**
     * Whether a JVM of this shard has written a log of the run in {@code folder}.
     *
     * @throws IOException when the folder can't be read
     */
    public static boolean hasLogOf(Path folder, String run, Shard shard) throws IOException {
        for (Path log : logs(folder, run)) {
            Optional<RunStart.Part> part = FirstLine.start(log).map(RunStart::shard);
            if (part.filter(it -> it.index() == shard.index() && it.total() == shard.total())
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The ids of the runs that have logs in {@code folder}, the newest last; none where there is no such folder.
     *
     * @throws IOException when it can't be read
     */
    public static List<String> runs(Path folder) throws IOException {
        Map<String, Long> started = new TreeMap<>();
        names(folder).values().forEach(name -> started.merge(name.run(), name.startMillis(), Math::min));
        return started.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The run that a log is of by its name; empty where the file is not named as one. */
    public static Optional<String> runOf(Path log) {
        return LogName.of(log).map(LogName::run);
    }

    /** The logs of one run. */
    static List<Path> logs(Path folder, String run) throws IOException {
        return names(folder).entrySet().stream()
                .filter(named -> named.getValue().run().equals(run))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Removes the logs, the attachments, and what launched processes wrote, of all other runs that are over: none of their JVMs lives, nor
     * the Maven that may start another one. Processes that they left are ended. What can't be removed now is left to the
     * next run.
     *
     * @throws IOException when the folder can't be read
     */
    public static void removeOlderThan(Path folder, String run) throws IOException {
        Map<Path, LogName> names = names(folder);
        Set<String> living = names.values().stream()
                .filter(name -> Processes.isAlive(name.pid(), name.jvmStart()))
                .map(LogName::run)
                .collect(Collectors.toSet());
        names.forEach((log, name) -> {
            if (!name.run().equals(run) && !living.contains(name.run()) && RunId.isOver(name.run(), log)) {
                remove(folder, name.run(), log);
            }
        });
    }

    private static void remove(Path folder, String run, Path log) {
        try {
            LaunchedProcesses.endLeftOver(launchesOf(folder, run));
            removeTree(launchesOf(folder, run));
            removeTree(attachmentsOf(folder, run));
            Files.deleteIfExists(log);
        } catch (IOException | UncheckedIOException e) {
            // An old file that stays does no harm: every reader goes by the run's id. The next run tries again.
            return;
        }
    }

    /**
     * The id that this run goes by in {@code folder}: {@code own}, or what an earlier JVM of the run made of the same
     * Maven. A start time that is told after the clock was set differs from one told before.
     *
     * @throws IOException when the folder can't be read
     */
    public static String knownAs(Path folder, String own) throws IOException {
        return runs(folder).stream()
                .filter(run -> RunId.areOfOneMaven(run, own))
                .findFirst()
                .orElse(own);
    }

    private static Map<Path, LogName> names(Path folder) throws IOException {
        Map<Path, LogName> names = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> LogName.of(file).ifPresent(name -> names.put(file, name)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return names;
    }

    private static void removeTree(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> deepestFirst = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(deepestFirst::add);
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
