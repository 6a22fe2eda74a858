package dev.goldenpath.jupiter;

import dev.goldenpath.environment.KnownIssue;
import org.opentest4j.TestAbortedException;

/** Ends a test that has failed of a known issue, so that JUnit and the build tool count it as skipped. */
final class KnownIssueAbort extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String reason;
    private final Throwable failure;

    KnownIssueAbort(KnownIssue issue, Throwable failure) {
        super(
                reasonOf(issue) + ": " + (failure.getMessage() == null ? failure.toString() : failure.getMessage()),
                failure);
        this.id = issue.id();
        this.reason = reasonOf(issue);
        this.failure = failure;
    }

    private static String reasonOf(KnownIssue issue) {
        return "Known issue " + issue.words();
    }

    /** Of the issue. */
    String id() {
        return id;
    }

    /** Which issue it is, in words. */
    String reason() {
        return reason;
    }

    /** What the test has failed with. */
    Throwable failure() {
        return failure;
    }

    /** What the test has failed with, where {@code thrown} is of this kind; else {@code thrown}. */
    static Throwable failureIn(Throwable thrown) {
        return thrown instanceof KnownIssueAbort known ? known.failure : thrown;
    }
}
