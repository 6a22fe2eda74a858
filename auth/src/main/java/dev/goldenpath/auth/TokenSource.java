package dev.goldenpath.auth;

import org.jspecify.annotations.Nullable;

/** One way to get what makes calls a user's, and never another one. Thread-safe. */
interface TokenSource {

    /**
     * Gets it.
     *
     * @param held what runs out, with the refresh token that came with it; {@code null} at first
     */
    IssueOutcome issue(@Nullable AccessToken held);

    /** Says why it could not be had. */
    IssueFailures failures();
}
