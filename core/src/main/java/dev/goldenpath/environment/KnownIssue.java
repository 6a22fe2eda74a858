package dev.goldenpath.environment;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/**
 * A failure that somebody is at work on, as {@code known-issues.yaml} tells of it. Immutable.
 *
 * @param id of the issue, for people
 * @param link to where it is worked on, http or https
 * @param owner who sees to it
 * @param expires the last day, in UTC, on which it is taken for known
 * @param scope where it may be met
 * @param fingerprints of the failures it is, 16 hexadecimal digits each; never empty
 * @param origin where the entry stands
 * @since 0.1.0
 */
public record KnownIssue(
        String id,
        URI link,
        String owner,
        LocalDate expires,
        KnownScope scope,
        List<String> fingerprints,
        Origin origin) {

    /** Copies the fingerprints. */
    public KnownIssue {
        fingerprints = List.copyOf(fingerprints);
    }

    /** Whether it is taken for known no more on this day. */
    public boolean isExpiredOn(LocalDate day) {
        return day.isAfter(expires);
    }

    /**
     * Whether it is the failure of a test.
     *
     * @param type binary name of the test's class
     * @param method name of its method
     */
    public boolean isFailure(String type, String method, String fingerprint) {
        return fingerprints.contains(fingerprint) && scope.covers(type, method);
    }

    /** {@code ISSUE-1 (https://tracker.example.com/1, payments, until 2027-01-31)}. */
    public String words() {
        return id + " (" + link + ", " + owner + ", until " + expires + ")";
    }
}
