package dev.goldenpath.report;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How progress is printed.
 *
 * @param form any but {@link ProgressForm#AUTO}
 * @param pause how long at least from one line to the next
 * @param colours whether they can be seen
 * @param ascii whether only ASCII can be printed
 * @param width how many characters a line in place may have; other lines are cut nowhere
 * @param name what the lines begin with
 * @since 0.1.0
 */
public record ProgressStyle(ProgressForm form, Duration pause, boolean colours, boolean ascii, int width, String name) {
    private static final Duration LIVE_PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** Nobody looks on; a log of hours has to stay readable. */
    private static final Duration CI_PAUSE = Duration.ofSeconds(30);

    private static final int USUAL_WIDTH = 80;

    /**
     * The style that fits.
     *
     * @param wanted the form, as configured
     * @param variables of the process
     * @param terminal whether it prints to one
     * @param charset what can be printed there
     * @param fork the number of this JVM among those that run tests at the same time, from 1
     */
    public static ProgressStyle of(
            ProgressForm wanted, Map<String, String> variables, boolean terminal, Charset charset, int fork) {
        boolean ci = isCi(variables);
        ProgressForm form =
                wanted != ProgressForm.AUTO ? wanted : terminal && !ci ? ProgressForm.LIVE : ProgressForm.LINES;
        Duration pause = form == ProgressForm.LIVE ? LIVE_PAUSE : ci ? CI_PAUSE : PAUSE;
        return new ProgressStyle(
                form,
                pause,
                terminal && !isSet(variables, "NO_COLOR"),
                StandardOutput.isPlain(charset),
                width(variables),
                fork > 1 ? "Golden Path, JVM " + fork : "Golden Path");
    }

    /** Whether a CI server started this process. */
    static boolean isCi(Map<String, String> variables) {
        return Stream.of(
                        "CI",
                        "GITHUB_ACTIONS",
                        "GITLAB_CI",
                        "JENKINS_URL",
                        "TF_BUILD",
                        "TEAMCITY_VERSION",
                        "BUILDKITE",
                        "CIRCLECI")
                .anyMatch(name -> isSet(variables, name) && !"false".equalsIgnoreCase(variables.get(name)));
    }

    static boolean isSet(Map<String, String> variables, String name) {
        return !variables.getOrDefault(name, "").isEmpty();
    }

    private static int width(Map<String, String> variables) {
        String columns = variables.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
