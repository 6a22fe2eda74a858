package dev.goldenpath.users;

/**
 * What each of many users does.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Journey {

    /**
     * Runs on a thread of the user's own, once for each iteration.
     *
     * @throws Exception whatever fails it, as {@link Error}s do, assertions among them; the user does no more then
     */
    void run(VirtualUser user) throws Exception;

    /** A part of a journey that has no result. */
    @FunctionalInterface
    interface Action {

        /**
         * Does it.
         *
         * @throws Exception whatever fails it
         */
        void run() throws Exception;
    }
}
