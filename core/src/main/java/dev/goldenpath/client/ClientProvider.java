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
     * A new client. Makes no call. If it is {@link AutoCloseable}, it is closed when the test, or the class it was
     * injected into, has finished.
     */
    C create(ClientContext context);

    /** Releases what the clients share. */
    @Override
    void close();
}
