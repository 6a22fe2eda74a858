package dev.goldenpath.history;

import dev.goldenpath.environment.RunSetting;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.launch.LockFile;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What earlier runs came to. Immutable.
 *
 * @since 0.1.0
 */
public final class History {
    /** Of no run at all. */
    public static final History EMPTY = new History(List.of(), List.of());

    private static final Duration LOCK = Duration.ofMinutes(1);

    private final List<HistoryRun> runs;
    private final List<String> problems;

    private History(List<HistoryRun> runs, List<String> problems) {
        this.runs = List.copyOf(runs);
        this.problems = List.copyOf(problems);
    }

    /** Of two runs of one id the later in the list counts. */
    static History of(List<HistoryRun> runs, List<String> problems) {
        Map<String, HistoryRun> byId = new LinkedHashMap<>();
        runs.forEach(run -> byId.put(run.run(), run));
        return new History(
                byId.values().stream()
                        .sorted(Comparator.comparing(HistoryRun::startedAt).thenComparing(HistoryRun::run))
                        .toList(),
                problems);
    }

    /**
     * Reads a history from a file; one that is not there is empty. A line that was cut short or damaged is left out and told
     * by {@link #problems}.
     *
     * @throws IOException when the file can't be read, holds a line of another version of the format, or no line of any
     */
    public static History read(Path file) throws IOException {
        return HistoryFile.read(file);
    }

    /**
     * Reads the history that {@code goldenpath.history} tells; empty where nothing does. One that can't be read is empty, too,
     * and {@link #problems} says why: a report is worth more than its past.
     *
     * @param base what a relative path starts from
     */
    public static History told(Map<String, String> properties, Map<String, String> variables, Path base) {
        Optional<Setting> setting = RunSetting.HISTORY.read(properties, variables);
        if (setting.isEmpty()) {
            return EMPTY;
        }
        String origin = setting.get().origin().description();
        try {
            Path file = base.resolve(setting.get().value());
            return Files.exists(file)
                    ? read(file)
                    : new History(List.of(), List.of("There is no " + file + " yet, which " + origin + " names."));
        } catch (IOException | InvalidPathException e) {
            return new History(
                    List.of(), List.of("The history that " + origin + " names can't be read: " + e.getMessage()));
        }
    }

    /**
     * Reads a history, and writes what {@code change} makes of it into the same file, while no other process does so.
     *
     * @return what was written, with the problems of what was read
     * @throws IOException as {@link #read} and {@link #write}, and when another process has held the file for a minute
     */
    public static History update(Path file, UnaryOperator<History> change) throws IOException {
        Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
        return LockFile.holding(lock, LOCK, () -> {
            History before = read(file);
            History after = change.apply(before);
            after.write(file);
            return new History(after.runs, before.problems);
        });
    }

    /**
     * Writes all of it into a file, in the place of what is there.
     *
     * @throws IOException when that can't be done; the file is as it was then
     */
    public void write(Path file) throws IOException {
        HistoryFile.write(this, file);
    }

    /** With this run besides, in the place of one of the same id. */
    public History with(HistoryRun run) {
        List<HistoryRun> all = new ArrayList<>(runs);
        all.add(run);
        return of(all, problems);
    }

    /** Without the run of this id: what a report says of the past must not rest on its own run. */
    public History without(String run) {
        return new History(runs.stream().filter(each -> !each.run().equals(run)).toList(), problems);
    }

    /**
     * The newest runs of each environment.
     *
     * @param most how many of each; at least 1
     */
    public History keeping(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A history of " + most + " runs holds nothing. Keep at least 1.");
        }
        Map<String, Integer> counts = new HashMap<>();
        List<HistoryRun> kept = new ArrayList<>();
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (counts.merge(environmentOf(runs.get(i)), 1, Integer::sum) <= most) {
                kept.add(runs.get(i));
            }
        }
        Collections.reverse(kept);
        return new History(kept, problems);
    }

    /** The runs of one environment; {@code ""} for those that could use none. */
    public History in(String environment) {
        return new History(
                runs.stream()
                        .filter(run -> environmentOf(run).equals(environment))
                        .toList(),
                problems);
    }

    /** The oldest first. */
    public List<HistoryRun> runs() {
        return runs;
    }

    /** The lines that were left out when it was read, each a sentence. */
    public List<String> problems() {
        return problems;
    }

    /** Names of the environments of its runs; {@code ""} stands for none. */
    public Set<String> environments() {
        return runs.stream().map(History::environmentOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What it tells of each test, by JUnit unique id. The runs should be of one {@linkplain #in environment}: what fails in
     * one need not fail in another.
     */
    public Map<String, TestPast> tests() {
        Map<String, List<TestPast.Sighting>> sightings = new LinkedHashMap<>();
        for (HistoryRun run : runs) {
            for (KeptTest test : run.tests()) {
                sightings.computeIfAbsent(test.test(), id -> new ArrayList<>()).add(new TestPast.Sighting(run, test));
            }
        }
        Map<String, TestPast> pasts = new LinkedHashMap<>();
        sightings.forEach((id, all) -> pasts.put(id, new TestPast(all)));
        return pasts;
    }

    /**
     * How long the tests of each top-level class typically take together: the median over the runs. By the name of the class;
     * one of which no run tells is absent. A run in which a test of the class was BLOCKED or MISSING tells nothing of it.
     */
    public Map<String, Duration> classDurations() {
        Map<String, Samples> byClass = new TreeMap<>();
        for (HistoryRun run : runs) {
            Map<String, Duration> ofRun = new HashMap<>();
            Set<String> cut = new HashSet<>();
            for (KeptTest test : run.tests()) {
                if (test.verdict() == Verdict.BLOCKED || test.verdict() == Verdict.MISSING) {
                    cut.add(test.topLevelClass());
                } else if (test.took() != null) {
                    ofRun.merge(test.topLevelClass(), test.took(), Duration::plus);
                }
            }
            ofRun.keySet().removeAll(cut);
            ofRun.forEach((name, took) ->
                    byClass.computeIfAbsent(name, key -> new Samples()).add(took));
        }
        Map<String, Duration> typical = new TreeMap<>();
        byClass.forEach((name, samples) -> samples.median().ifPresent(median -> typical.put(name, median)));
        return typical;
    }

    private static String environmentOf(HistoryRun run) {
        return Objects.requireNonNullElse(run.environment(), "");
    }
}
