package dev.goldenpath.client;

/**
 * Makes clients of one type. Found with {@link java.util.ServiceLoader}; one instance serves all tests of an
 * environment, from many threads, and is closed after the last.
 *
 * @param <C> the type test authors have injected
 * @since 0.1.0
 */
public interface ClientProvider<C> extends AutoCloseable {

    /** The type of the clients. */
    Class<C> type();

    /**
     * Told once, before it makes its first client, which clients these are among: for a provider whose clients make
     * calls of the library's own, or need to know the other services of the environment. Makes no call.
     */
    default void join(Clients clients) {}

    /**
     * A new client. Makes no call. If it is {@link AutoCloseable}, it is closed when the test, or the class it was
     * injected into, has finished.
     */
    C create(ClientContext context);

    /** Releases what the clients share. */
    @Override
    void close();
}
