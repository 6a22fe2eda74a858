package dev.goldenpath.http;

import dev.goldenpath.client.ServiceCallException;

/** The message of a failed assertion or call in one line. */
final class OneLine {
    private static final int SHOWN = 200;

    private OneLine() {}

    static String of(Throwable thrown) {
        if (thrown instanceof ServiceCallException call) {
            return call.headline();
        }
        String message = thrown.getMessage() == null ? "" : thrown.getMessage().strip();
        String first = message.lines().findFirst().orElse(thrown.getClass().getName());
        // Our messages begin with a sentence and list facts below it; AssertJ's own run over several lines.
        String line = first.endsWith(".") || message.isEmpty() ? first : message.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
