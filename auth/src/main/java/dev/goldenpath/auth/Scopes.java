package dev.goldenpath.auth;

import java.util.Arrays;
import java.util.List;

/** Reads the scopes of OAuth. */
final class Scopes {
    private Scopes() {}

    /** The words of a text. */
    static List<String> of(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
