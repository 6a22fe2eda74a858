package dev.goldenpath.report;

import dev.goldenpath.compare.RunComparison;
import dev.goldenpath.environment.RunSetting;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An earlier run with which the worklog compares a run. Immutable; nothing is read before a report asks for it.
 *
 * @since 0.1.0
 */
public final class Baseline {
    /** Where no earlier run is known. */
    public static final Baseline NONE = new Baseline(null, Path.of(""));

    private final @Nullable Setting setting;
    private final Path base;

    private Baseline(@Nullable Setting setting, Path base) {
        this.setting = setting;
        this.base = base;
    }

    /**
     * The one that {@code goldenpath.baseline} names: a folder with logs, of which the newest other run is meant, or a log.
     *
     * @param properties the system properties, or what is in their place
     * @param variables of the process
     * @param base what a relative path starts from
     */
    public static Baseline of(Map<String, String> properties, Map<String, String> variables, Path base) {
        return new Baseline(RunSetting.BASELINE.read(properties, variables).orElse(null), base);
    }

    boolean isKnown() {
        return setting != null;
    }

    /** Where the path comes from, and what it is, for messages. */
    String words() {
        return setting == null ? "" : setting.value() + ", from " + setting.origin();
    }

    /** @throws IOException when there is no such run, or it can't be read; the message has whole sentences */
    RunComparison compare(LoggedRun run) throws IOException {
        if (setting == null) {
            throw new IOException("No earlier run is known.");
        }
        Path place = base.resolve(setting.value());
        return RunComparison.of(read(place, run.run()), run, RunComparison.ALPHA);
    }

    private static LoggedRun read(Path place, String current) throws IOException {
        if (!Files.exists(place)) {
            throw new IOException("There is no such file and no such folder.");
        }
        if (!Files.isDirectory(place)) {
            return RunLogReader.read(List.of(place));
        }
        List<String> runs = RunFolder.runs(place).stream()
                .filter(run -> !run.equals(current))
                .toList();
        if (runs.isEmpty()) {
            throw new IOException("It has no log of another run.");
        }
        return RunLogReader.read(place, runs.get(runs.size() - 1));
    }
}
