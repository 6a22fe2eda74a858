package dev.goldenpath.policy;

import java.io.IOException;

/** Thrown when a file is no class file, or not the whole of one. */
final class MalformedClassException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String why;

    /** Says in a few words what is wrong with it. */
    MalformedClassException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
