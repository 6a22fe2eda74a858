package dev.goldenpath.runlog;

import dev.goldenpath.runlog.RunNotFoundException.Reason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the run that is meant: the newest in a folder, or the one that all given logs are of. Immutable.
 *
 * @since 0.1.0
 */
public final class RunSearch {
    private final List<Path> places;
    private final boolean newest;
    private final SearchWords words;

    private RunSearch(List<Path> places, boolean newest, SearchWords words) {
        this.places = List.copyOf(places);
        this.newest = newest;
        this.words = words;
    }

    /** A search for the newest run in {@code folder}. */
    public static RunSearch inFolder(Path folder, SearchWords words) {
        return new RunSearch(List.of(folder), true, words);
    }

    /** A search for the one run of these logs, and of those in these folders. */
    public static RunSearch among(List<Path> logs, SearchWords words) {
        return new RunSearch(logs, false, words);
    }

    /**
     * Finds it.
     *
     * @param given the run's id, absent where none was told
     * @throws RunNotFoundException when there is no such run, or it is not plain which one is meant
     * @throws IOException when a place can't be read
     */
    public FoundRun find(@Nullable String given) throws IOException, RunNotFoundException {
        if (newest) {
            Path folder = places.get(0);
            List<String> runs = RunFolder.runs(folder);
            return FoundRun.in(folder, chosen(runs, given));
        }
        Map<String, List<Path>> byRun = logsByRun();
        Collection<String> runs = byRun.keySet();
        if (given == null && runs.size() > 1) {
            throw new RunNotFoundException(
                    Reason.NOT_PLAIN,
                    "The logs in " + names() + " are of several runs: " + String.join(", ", runs) + ". "
                            + words.chooseRun());
        }
        String run = chosen(List.copyOf(runs), given);
        return new FoundRun(run, null, eachOnce(byRun.getOrDefault(run, List.of())));
    }

    private String chosen(List<String> runs, @Nullable String given) throws RunNotFoundException {
        if (runs.isEmpty()) {
            throw new RunNotFoundException(
                    Reason.NO_LOG, "There is no run log in " + names() + ". " + words.giveLogs());
        }
        if (given != null && !runs.contains(given)) {
            throw new RunNotFoundException(
                    Reason.NO_LOG,
                    "There is no log of run " + given + " in " + names() + ", only of " + String.join(", ", runs)
                            + ".");
        }
        return given != null ? given : runs.get(runs.size() - 1);
    }

    private Map<String, List<Path>> logsByRun() throws IOException, RunNotFoundException {
        Map<String, List<Path>> byRun = new TreeMap<>();
        Set<Path> known = new HashSet<>();
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new RunNotFoundException(
                        Reason.NO_LOG, "There is no file and no folder " + place + ". " + words.correctPlace());
            }
            for (Path log : logsIn(place)) {
                // A log and its folder may both be given: its tests still count once.
                if (known.add(log.toRealPath())) {
                    byRun.computeIfAbsent(runOf(log), key -> new ArrayList<>()).add(log);
                }
            }
        }
        return byRun;
    }

    /** By its name where that tells, so that a damaged log of another run is in nobody's way. */
    private static String runOf(Path log) throws IOException {
        Optional<String> named = RunFolder.runOf(log);
        return named.isPresent() ? named.get() : RunLogReader.read(List.of(log)).run();
    }

    /** Without copies: one would count twice. */
    static List<Path> eachOnce(List<Path> logs) throws IOException, RunNotFoundException {
        DistinctLogs distinct = DistinctLogs.of(logs);
        if (distinct.clash() != null) {
            throw new RunNotFoundException(Reason.NOT_PLAIN, distinct.clash());
        }
        return distinct.logs();
    }

    private static List<Path> logsIn(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "run-*.jsonl")) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            Collections.sort(found);
            return found;
        }
    }

    private String names() {
        return places.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
