package dev.goldenpath.users;

import org.jspecify.annotations.Nullable;

/**
 * Many users did not do what they were to do, or not as so many different users at once.
 *
 * @since 0.1.0
 */
public final class UsersFailedError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient UsersResult result;

    UsersFailedError(String message, UsersResult result, @Nullable Throwable first) {
        super(message, first);
        this.result = result;
    }

    /** What came of them. */
    public UsersResult result() {
        return result;
    }
}
