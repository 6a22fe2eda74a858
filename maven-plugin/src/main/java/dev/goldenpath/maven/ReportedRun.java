package dev.goldenpath.maven;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Finds the run to report: the newest in a folder, or the one that all given logs are of.
 *
 * @param output where to look when no logs are given
 * @param logs given logs, and folders with logs
 */
record ReportedRun(Path output, List<Path> logs) {

    /**
     * What the run's logs say.
     *
     * @param given the id that the goal was told
     * @throws MojoExecutionException when there is no such run, or it is not plain which one is meant
     * @throws IOException when a log can't be read
     */
    LoggedRun read(Optional<String> given) throws IOException, MojoExecutionException {
        if (logs.isEmpty()) {
            List<String> runs = RunFolder.runs(output);
            return RunLogReader.read(output, chosen(runs, given.orElseGet(() -> lastOf(runs))));
        }
        Map<String, List<Path>> byRun = logsByRun();
        Collection<String> runs = byRun.keySet();
        if (given.isEmpty() && runs.size() > 1) {
            throw new MojoExecutionException("The logs in " + places() + " are of several runs: "
                    + String.join(", ", runs) + ". Choose one with -Dgoldenpath.runId.");
        }
        String run = chosen(runs, given.orElseGet(() -> lastOf(List.copyOf(runs))));
        return RunLogReader.read(eachOnce(byRun.getOrDefault(run, List.of())));
    }

    private String chosen(Collection<String> runs, String run) throws MojoExecutionException {
        if (runs.isEmpty()) {
            throw new MojoExecutionException("There is no run log in " + places()
                    + ". Run the tests first, or tell where the logs are with -Dgoldenpath.logs.");
        }
        if (!runs.contains(run)) {
            throw new MojoExecutionException(
                    "There is no log of run " + run + " in " + places() + ", only of " + String.join(", ", runs) + ".");
        }
        return run;
    }

    private Map<String, List<Path>> logsByRun() throws IOException, MojoExecutionException {
        Map<String, List<Path>> byRun = new TreeMap<>();
        Set<Path> known = new HashSet<>();
        for (Path place : logs) {
            if (!Files.exists(place)) {
                throw new MojoExecutionException(
                        "There is no file and no folder " + place + ". Correct goldenpath.logs.");
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

    /** Without copies; two logs of one name that differ may be a log and a part of it, and one would count twice. */
    private static List<Path> eachOnce(List<Path> logs) throws IOException, MojoExecutionException {
        Map<String, Path> byName = new LinkedHashMap<>();
        for (Path log : logs) {
            Path first = byName.putIfAbsent(nameOf(log), log);
            if (first != null && Files.mismatch(first, log) >= 0) {
                throw new MojoExecutionException(first + " and " + log
                        + " have one name and differ. A log must count once: remove the one that is not whole.");
            }
        }
        return List.copyOf(byName.values());
    }

    private static String nameOf(Path log) {
        return log.getFileName().toString();
    }

    private static String lastOf(List<String> runs) {
        return runs.isEmpty() ? "" : runs.get(runs.size() - 1);
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

    private String places() {
        return logs.isEmpty()
                ? output.toString()
                : logs.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
