package dev.goldenpath.verdict;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.KnownIssue;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Fingerprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells failures that somebody is at work on from others. Immutable.
 *
 * @since 0.1.0
 */
public final class KnownFailures {
    /** The key of facts about known issues. */
    public static final String FACT = "known issue";

    private final List<KnownIssue> issues;
    private final LocalDate day;

    /**
     * By these issues.
     *
     * @param day in UTC, on which the run began
     */
    public KnownFailures(List<KnownIssue> issues, LocalDate day) {
        this.issues = List.copyOf(issues);
        this.day = day;
    }

    /**
     * The issue that a test has failed of, in itself or in its set-up; empty where that is none, or none that still holds. A
     * test that is BLOCKED or SUSPECT, or that the configuration kept from running, has not failed of anything known.
     *
     * @param meant what {@code failure} stands for where JUnit has wrapped it, else the same
     * @param type binary name of the test's class
     * @param method name of its method
     */
    public Optional<KnownIssue> issueOf(Throwable failure, Throwable meant, String type, String method) {
        return mayBeKnown(meant) ? matching(failure, type, method, false) : Optional.empty();
    }

    /**
     * What to say of a failure that is no known one: that it would have been, or that the test was expected to fail of
     * another. Parameters as of {@link #issueOf}.
     */
    public List<Fact> remarks(Throwable failure, Throwable meant, String type, String method) {
        if (!mayBeKnown(meant)) {
            return List.of();
        }
        List<Fact> remarks = new ArrayList<>();
        Optional<KnownIssue> expired = matching(failure, type, method, true);
        expired.ifPresent(issue -> remarks.add(Fact.of(
                FACT,
                "this is " + issue.id() + ", which expired on " + issue.expires() + " (" + issue.origin()
                        + "): mend it, or agree with " + issue.owner() + " on another day and write it there.")));
        issues.stream()
                .filter(issue -> expired.isEmpty() && !issue.isExpiredOn(day))
                .filter(issue -> issue.scope().names(type, method))
                .forEach(issue -> remarks.add(Fact.of(
                        FACT,
                        "not the known failure of " + issue.id() + ": its fingerprint is " + Fingerprint.of(failure)
                                + ", and " + issue.origin() + " has " + String.join(", ", issue.fingerprints())
                                + ".")));
        return remarks;
    }

    private Optional<KnownIssue> matching(Throwable failure, String type, String method, boolean expired) {
        if (issues.isEmpty()) {
            return Optional.empty();
        }
        String fingerprint = Fingerprint.of(failure);
        return issues.stream()
                .filter(issue -> issue.isExpiredOn(day) == expired)
                .filter(issue -> issue.isFailure(type, method, fingerprint))
                .findFirst();
    }

    private static boolean mayBeKnown(Throwable meant) {
        Verdict verdict = Referee.verdictOn(meant, Moment.TEST);
        return (verdict == Verdict.FAILED || verdict == Verdict.ERROR) && !(meant instanceof ConfigurationException);
    }
}
