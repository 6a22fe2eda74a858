package dev.goldenpath.history;

import java.io.IOException;

/** A line of a history is of another version of its format. */
final class UnknownFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String format;

    UnknownFormatException(String format) {
        super(format);
        this.format = format;
    }

    String format() {
        return format;
    }
}
