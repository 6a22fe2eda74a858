package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Sha256;
import dev.goldenpath.runlog.RunNotFoundException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one run of logs from any number of machines: copies them, byte for byte, into one folder, under the id of one run.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class LogMerge {
    private static final int DEPTH = 12;
    private static final int DIGITS = 12;

    private final List<Path> logs;
    private final String run;

    private LogMerge(List<Path> logs, String run) {
        this.logs = logs;
        this.run = run;
    }

    /**
     * The merge of these logs, and of all those in these folders and the folders below them.
     *
     * @param run the id that the run is to have; absent for that of its logs, or one made of them where they have several
     * @throws RunNotFoundException when there is no log, they can't all be of one run, or {@code run} is no run's id
     * @throws IOException when one can't be read
     */
    public static LogMerge of(List<Path> places, @Nullable String run, SearchWords words)
            throws IOException, RunNotFoundException {
        if (run != null && !RunId.isValid(run)) {
            throw new RunNotFoundException(
                    Reason.NOT_PLAIN, "'" + run + "' " + RunId.WHAT_IS_VALID + ". Name the merged run another way.");
        }
        List<Path> all = new ArrayList<>();
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new RunNotFoundException(
                        Reason.NO_LOG, "There is no file and no folder " + place + ". " + words.correctPlace());
            }
            logsIn(place).filter(log -> all.stream().noneMatch(log::equals)).forEach(all::add);
        }
        List<Path> logs = RunSearch.eachOnce(all);
        if (logs.isEmpty()) {
            throw new RunNotFoundException(
                    Reason.NO_LOG,
                    "There is no run log in "
                            + places.stream().map(Path::toString).collect(Collectors.joining(", ")) + ". "
                            + words.giveLogs());
        }
        LogMerge merge = new LogMerge(logs, run == null ? idOf(logs) : run);
        LoggedRun whole = RunLogReader.read(logs, merge.run);
        Optional<String> clash = MergeClash.in(whole);
        if (clash.isPresent()) {
            throw new RunNotFoundException(Reason.NOT_PLAIN, clash.get());
        }
        return merge;
    }

    /** The id of the merged run. */
    public String run() {
        return run;
    }

    /**
     * Checks that {@code folder}, which need not be there, can hold the merged run.
     *
     * @throws RunNotFoundException when it holds other logs, or is no folder
     * @throws IOException when it can't be read
     */
    public void checkPlace(Path folder) throws IOException, RunNotFoundException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new RunNotFoundException(
                    Reason.NOT_PLAIN,
                    folder + " is a file. Name a folder for the merged run, which need not be there yet.");
        }
        Map<Path, Path> copies = copies(folder);
        Optional<Path> other =
                logsIn(folder).filter(log -> !copies.containsValue(log)).findFirst();
        if (other.isPresent()) {
            throw new RunNotFoundException(
                    Reason.NOT_PLAIN,
                    folder + " holds a log that is none of this run, "
                            + folder.relativize(other.get())
                            + ". Choose another folder for the merged run, or remove what is in this one.");
        }
    }

    /**
     * Copies the logs, and what tests attached, into {@code folder}, which the caller {@linkplain RunFolder#holding holds}.
     * What was copied before is there already.
     *
     * @throws IOException when something can't be copied
     */
    public FoundRun into(Path folder) throws IOException {
        for (Map.Entry<Path, Path> copy : copies(folder).entrySet()) {
            copy(copy.getKey(), copy.getValue());
            attachments(copy.getKey(), folder);
        }
        return FoundRun.in(folder, run);
    }

    private Map<Path, Path> copies(Path folder) throws IOException {
        Map<Path, Path> copies = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Path log : logs) {
            copies.put(log, folder.resolve(nameOf(log, taken)));
        }
        return copies;
    }

    /** What a file of the merged run is called: as its JVM named it, with the id of this run. */
    private String nameOf(Path log, Set<String> taken) throws IOException {
        Optional<LogName> named = LogName.of(log);
        Optional<RunStart.Jvm> jvm = FirstLine.start(log).map(RunStart::jvm);
        long pid = named.map(LogName::pid).or(() -> jvm.map(RunStart.Jvm::pid)).orElse(0L);
        long start = named.map(LogName::startMillis)
                .or(() -> jvm.map(it -> it.startedAt().toEpochMilli()))
                .orElse(0L);
        String name = String.format(Locale.ROOT, "run-%s-%d-%013d", run, pid, start);
        String free = name + ".jsonl";
        // Two containers may well start a process of one id in one millisecond.
        for (int number = 2; !taken.add(free); number++) {
            free = name + "-" + number + ".jsonl";
        }
        return free;
    }

    private static void attachments(Path log, Path folder) throws IOException {
        Path beside = log.toAbsolutePath().resolveSibling("");
        Optional<String> own = runOf(log);
        Path from = own.map(id -> RunFolder.attachmentsOf(beside, id)).orElse(beside.resolve("no-attachments"));
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // The log says where they are, and stays as it is.
                copy(file, folder.resolve(beside.relativize(file).toString()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(to)) {
            Files.createDirectories(to.toAbsolutePath().getParent());
            Files.copy(from, to);
        } else if (Files.mismatch(from, to) >= 0) {
            throw new IOException(to + " is there already, and differs from " + from
                    + ". Give each machine a goldenpath.runId of its own, or none.");
        }
    }

    /** That of all of them; where they have several, one that is the same whenever the same logs are merged. */
    private static String idOf(List<Path> logs) throws IOException {
        Set<String> ids = new TreeSet<>();
        Set<String> lines = new TreeSet<>();
        for (Path log : logs) {
            runOf(log).ifPresent(ids::add);
            lines.add(FirstLine.of(log).orElse(String.valueOf(log.getFileName())));
        }
        if (ids.size() == 1) {
            return ids.iterator().next();
        }
        MessageDigest digest = Sha256.digest();
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return "merged-" + Sha256.hex(digest).substring(0, DIGITS);
    }

    /** Empty also where it says what is no id: it must not lead out of the folders of logs. */
    private static Optional<String> runOf(Path log) throws IOException {
        return FirstLine.start(log)
                .map(RunStart::run)
                .or(() -> RunFolder.runOf(log))
                .filter(RunId::isValid);
    }

    private static Stream<Path> logsIn(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return Files.exists(place) ? Stream.of(place) : Stream.empty();
        }
        try (Stream<Path> files = Files.walk(place, DEPTH)) {
            return files.filter(file -> Files.isRegularFile(file) && isLog(file)).sorted().toList().stream();
        }
    }

    private static boolean isLog(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("run-") && name.endsWith(".jsonl");
    }
}
