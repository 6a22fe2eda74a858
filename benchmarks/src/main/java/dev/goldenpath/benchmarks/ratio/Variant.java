package dev.goldenpath.benchmarks.ratio;

import java.io.IOException;

/** One of two ways to do the same, call by call. */
interface Variant extends AutoCloseable {

    /** Gets ready for a block of calls; this is not measured. */
    default void prepare() throws IOException {}

    /** Makes one call, and throws where it did not get what it should. */
    void call() throws IOException;

    /** Does what it has put off; this is measured as part of the block. */
    default void finish() throws IOException {}

    /** Checks that a block did its work and clears up after it; this is not measured. */
    default void verify(int calls) throws IOException {}

    @Override
    void close() throws IOException;
}
