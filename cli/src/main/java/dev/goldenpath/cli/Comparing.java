package dev.goldenpath.cli;

import dev.goldenpath.compare.ComparisonJson;
import dev.goldenpath.compare.ComparisonText;
import dev.goldenpath.compare.RunComparison;
import dev.goldenpath.environment.RunSetting;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunNotFoundException;
import dev.goldenpath.runlog.RunSearch;
import dev.goldenpath.runlog.SearchWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds two runs, compares them, and prints what differs. */
final class Comparing {
    private static final SearchWords WORDS = new SearchWords(
            "Give the folder or log of one alone, or its id.",
            "Give a folder with run logs, a log, or the id of a run in that folder.",
            "Correct the path.");

    private final String before;
    private final String after;
    private final double alpha;
    private final @Nullable Path json;
    private final Redaction redaction;
    private final Screen screen;

    /**
     * A comparison that has not begun.
     *
     * @param before a folder, a log, or a run's id
     * @param after the same of the other run
     * @param json where it goes for scripts; absent where it need not
     */
    Comparing(String before, String after, double alpha, @Nullable Path json, Redaction redaction, Screen screen) {
        this.before = before;
        this.after = after;
        this.alpha = alpha;
        this.json = json;
        this.redaction = redaction;
        this.screen = screen;
    }

    ExitCode run() {
        RunPage page = new RunPage(screen);
        try {
            RunComparison comparison = RunComparison.of(read(before), read(after), alpha);
            ExitCode code = code(comparison);
            List<String> lines = ComparisonText.of(comparison);
            screen.line(new Span(lines.get(0), code == ExitCode.PASS ? Style.GOOD : Style.BAD));
            lines.stream().skip(1).forEach(screen::line);
            if (json != null) {
                ComparisonJson.write(json, comparison);
                screen.gap();
                screen.line("For scripts: " + json);
            }
            ended(code);
            return code;
        } catch (RunNotFoundException e) {
            return page.notFound(e);
        } catch (IOException e) {
            page.broken("The runs can't be compared: " + e.getMessage());
            return page.ended(List.of(ExitCode.BROKEN));
        } catch (RuntimeException e) {
            new BrokenPage(screen, redaction).print(e);
            return ExitCode.BROKEN;
        }
    }

    private static LoggedRun read(String place) throws IOException, RunNotFoundException {
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
            return RunSearch.inFolder(path, WORDS).find(null).read();
        }
        if (Files.exists(path) || place.endsWith(".jsonl")) {
            return RunSearch.among(List.of(path), WORDS).find(null).read();
        }
        Path usual = Path.of(RunSetting.OUTPUT
                .read(Map.of(), System.getenv())
                .map(Setting::value)
                .orElse("target/goldenpath"));
        return RunSearch.inFolder(usual, WORDS).find(place).read();
    }

    private static ExitCode code(RunComparison comparison) {
        if (comparison.hasNewFailures()) {
            return ExitCode.FAILURES;
        }
        return comparison.isOtherwiseWorse() ? ExitCode.GATE : ExitCode.PASS;
    }

    /** What the numbers mean of two runs. */
    private void ended(ExitCode code) {
        String words = switch (code) {
            case FAILURES -> "tests fail that did not";
            case GATE -> "tests are lost, pass no longer, or phases are slower";
            default -> "nothing got worse";
        };
        screen.gap();
        screen.line("Exit code " + code.number() + ": " + words + ".");
    }
}
