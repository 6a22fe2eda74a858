package dev.goldenpath.runlog;

import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the log of one JVM says of one test. The last attempt is the one that counts.
 *
 * @param log the file that says it
 * @param plan the test as planned
 * @param attempts in their order; empty for a test that never began
 * @since 0.1.0
 */
public record LoggedTest(Path log, PlannedTest plan, List<LoggedAttempt> attempts) {

    /** Copies the attempts. */
    public LoggedTest {
        attempts = List.copyOf(attempts);
    }

    /** Of the last attempt; MISSING when there was none. */
    public Verdict verdict() {
        return last().map(LoggedAttempt::verdict).orElse(Verdict.MISSING);
    }

    /** Whether it passed at last, and not each time: one that passed twice was only run twice. */
    public boolean isFlaky() {
        return verdict() == Verdict.PASSED
                && earlier().stream().anyMatch(attempt -> attempt.verdict() != Verdict.PASSED);
    }

    /** Whether an answer it got in any of its attempts holds a payload marker. */
    public boolean isMarked() {
        return attempts.stream().anyMatch(LoggedAttempt::isMarked);
    }

    /** The attempt that counts; empty for a test that never began. */
    public Optional<LoggedAttempt> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    /** The attempts before the one that counts. */
    public List<LoggedAttempt> earlier() {
        return attempts.isEmpty() ? List.of() : attempts.subList(0, attempts.size() - 1);
    }

    /** How long the last attempt took; empty for one that never started or never ended. */
    public Optional<Duration> took() {
        return last().map(LoggedAttempt::duration);
    }

    /** Why it was skipped, else what ended it, with what is known of that; empty where there is neither. */
    public Optional<String> message() {
        return last().flatMap(LoggedAttempt::message);
    }

    /** The root cause it shares with others; empty where it has one of its own. */
    public Optional<String> cause() {
        return last().map(LoggedAttempt::cause);
    }

    /** With what the attempt that counts has met. */
    LoggedTest with(List<OutageSign> signs) {
        List<LoggedAttempt> all = new ArrayList<>(earlier());
        last().ifPresent(last -> all.add(last.in(last.circumstances().with(signs))));
        return new LoggedTest(log, plan, all);
    }
}
