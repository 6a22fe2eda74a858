package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.history.History;
import dev.goldenpath.history.KeptTest;
import dev.goldenpath.history.TestPast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a history, and prints what is asked of it. */
final class HistoryTelling {
    private final Path file;
    private final String pattern;
    private final @Nullable String environment;
    private final Redaction redaction;
    private final Screen screen;

    /**
     * Nothing is told yet.
     *
     * @param file the history
     * @param pattern which tests: what is in the class and the name of each; empty for all
     * @param environment the one that is asked for, absent for all
     */
    HistoryTelling(Path file, String pattern, @Nullable String environment, Redaction redaction, Screen screen) {
        this.file = file;
        this.pattern = pattern;
        this.environment = environment;
        this.redaction = redaction;
        this.screen = screen;
    }

    ExitCode run() {
        RunPage page = new RunPage(screen);
        try {
            History history = History.read(file);
            history.problems().forEach(screen::line);
            if (history.runs().isEmpty()) {
                return nothing("There is no run in " + file + ". 'goldenpath history add' adds one.");
            }
            if (environment != null && !history.environments().contains(environment)) {
                return nothing("There is no run of environment '" + environment + "' in " + file + ", only of "
                        + history.environments().stream()
                                .map(HistoryPage::nameOf)
                                .collect(Collectors.joining(", "))
                        + ".");
            }
            return told(history);
        } catch (IOException e) {
            page.broken("The history can't be told: " + e.getMessage());
            return page.ended(List.of(ExitCode.BROKEN));
        } catch (RuntimeException e) {
            new BrokenPage(screen, redaction).print(e);
            return ExitCode.BROKEN;
        }
    }

    private ExitCode told(History history) {
        boolean any = false;
        for (String name : environment == null ? history.environments() : List.of(environment)) {
            History ofOne = history.in(name);
            List<TestPast> tests = ofOne.tests().values().stream()
                    .filter(past -> isMeant(past.last().test()))
                    .toList();
            if (!tests.isEmpty()) {
                any = true;
                screen.gap();
                new HistoryPage(screen, ofOne, tests).print(name);
            }
        }
        return any ? ExitCode.PASS : nothing("No test in " + file + " has '" + pattern + "' in its class or name.");
    }

    private ExitCode nothing(String sentence) {
        RunPage page = new RunPage(screen);
        page.broken(sentence);
        return page.ended(List.of(ExitCode.NO_TESTS));
    }

    private boolean isMeant(KeptTest test) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(test.className() + "." + test.name())
                .find();
    }
}
