package dev.goldenpath.users;

/**
 * What each of many users does at the same instant.
 *
 * @param <T> what came of it, such as a status: equal where it is the same
 * @since 0.1.0
 */
@FunctionalInterface
public interface UserCall<T> {

    /**
     * Runs on a thread of the user's own.
     *
     * @throws Exception whatever keeps it from an outcome
     */
    T run(VirtualUser user) throws Exception;
}
