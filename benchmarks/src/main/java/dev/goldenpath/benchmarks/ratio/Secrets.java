package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.evidence.Redaction;
import java.util.Random;
import java.util.stream.Collectors;

/** Twenty secrets that a run has to look for in all it writes: a user's bearer token, and nineteen values more. */
final class Secrets {
    private static final int MANY = 20;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Random random;
    private final String token;

    Secrets() {
        this(42);
    }

    /** @param seed other secrets for each */
    Secrets(long seed) {
        random = new Random(seed);
        token = "eyJ" + text(33) + "." + text(300) + "." + text(86);
    }

    /** The user's. */
    String token() {
        return token;
    }

    /** Has all of them looked for. */
    void addTo(Redaction redaction) {
        redaction.addValue(token);
        for (int i = 1; i < MANY; i++) {
            redaction.addValue(text(8 + 2 * i));
        }
    }

    private String text(int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
