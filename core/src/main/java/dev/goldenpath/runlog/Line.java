package dev.goldenpath.runlog;

import java.io.IOException;

/**
 * One line on its way to the log.
 *
 * @param nanos {@link System#nanoTime()} at which it was handed over
 * @param content writes the fields that are its own
 */
record Line(LineType type, long nanos, Content content) {

    /** Called once, on whichever thread writes the log. */
    @FunctionalInterface
    interface Content {
        void writeTo(LineFields fields) throws IOException;
    }
}
