package dev.goldenpath.cli;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ConfigurationProblem;
import java.util.List;

/** Prints all that is wrong with a configuration: where, what, and what to do. */
final class ProblemsPage {
    private static final String FIRST = "\n  1. ";

    private final Screen screen;

    ProblemsPage(Screen screen) {
        this.screen = screen;
    }

    void print(ConfigurationException thrown) {
        List<ConfigurationProblem> problems = thrown.problems();
        String message = String.valueOf(thrown.getMessage());
        int first = problems.isEmpty() ? -1 : message.indexOf(FIRST);
        message = first < 0 ? message : message.substring(0, first) + ".";
        List<String> lines = message.lines().toList();
        screen.gap();
        screen.line(new Span(lines.get(0), Style.BAD));
        lines.stream().skip(1).forEach(screen::line);
        problems.forEach(this::print);
    }

    private void print(ConfigurationProblem problem) {
        screen.gap();
        screen.line(Span.of("  "), Span.strong(problem.origin().description()));
        screen.lines("    ", problem.what());
        screen.lines("    → ", problem.remedy());
    }
}
