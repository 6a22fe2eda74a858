package dev.goldenpath.environment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A setting of the run itself, which no file holds: {@code -Dgoldenpath.<name>} or {@code GOLDENPATH_<NAME>}.
 *
 * @since 0.1.0
 */
public enum RunSetting {
    /** Which declared environment to use. */
    ENVIRONMENT("environment"),
    /** Where {@code goldenpath.yaml} is. */
    FILE("file"),
    /** The folder that run logs and reports go to. */
    OUTPUT("output"),
    /** What all JVMs of one run share. */
    RUN_ID("runId"),
    /** {@code full}, the JUnit XML with properties of each test, or {@code strict}, as Surefire's schema wants it. */
    JUNIT_XML("junitXml"),
    /** How progress is shown while tests run: {@code auto}, {@code live}, {@code lines} or {@code off}. */
    PROGRESS("progress"),
    /** Which part of the tests to run: {@code 2/5}, or {@code auto}, as the CI job says. */
    SHARD("shard"),
    /** Into how many parts the tests are split, where that is not told with {@link #SHARD}. */
    SHARDS("shards"),
    /** A folder with the logs of an earlier run, or a log, with which the worklog compares. */
    BASELINE("baseline"),
    /** Whether {@code goldenpath:gate} lets every run pass. */
    SKIP_GATE("skipGate"),
    /** Which logs {@code goldenpath:report} reads. */
    LOGS("logs"),
    /** Where {@code history.jsonl} is, that reports tell the past of tests from. */
    HISTORY("history");

    private final String key;

    RunSetting(String key) {
        this.key = key;
    }

    /** The value and its origin, the system property before the environment variable. */
    public Optional<Setting> read(Map<String, String> properties, Map<String, String> variables) {
        return new Sources(properties, variables).override(key);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(setting -> setting.key).toList();
    }
}
