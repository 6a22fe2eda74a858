package dev.goldenpath.environment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The configuration cannot be used. The message lists every problem at once, each with its origin and the way out.
 *
 * @since 0.1.0
 */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String headline;
    private final transient List<ConfigurationProblem> problems;

    /** An exception whose message is {@code headline} and below it the numbered problems. */
    public ConfigurationException(String headline, List<ConfigurationProblem> problems) {
        super(message(headline, problems));
        this.headline = headline;
        this.problems = List.copyOf(problems);
    }

    /** The same exception once more, for the next test that meets it. */
    public ConfigurationException again() {
        return new ConfigurationException(headline, problems);
    }

    /** All problems found, in the order of the message. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }

    private static String message(String headline, List<ConfigurationProblem> problems) {
        return headline
                + IntStream.range(0, problems.size())
                        .mapToObj(i -> line(i + 1, problems.get(i)))
                        .collect(Collectors.joining());
    }

    private static String line(int number, ConfigurationProblem problem) {
        String end = problem.what().endsWith("?") ? " " : ". ";
        return "\n  " + number + ". " + problem.origin() + "  " + problem.what() + end + problem.remedy();
    }
}
