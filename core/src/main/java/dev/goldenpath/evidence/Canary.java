package dev.goldenpath.evidence;

import java.security.SecureRandom;

/**
 * A marker that nothing outside this attempt of a test can know. Sent with a call, and found in an answer, it shows that
 * the answer belongs to this attempt: no canned one and none of another run can hold it. Immutable.
 *
 * <p>All that are injected for one test are equal in value, those of its constructor, {@code @BeforeEach} and {@code
 * @AfterEach} among them; so are those for one class ({@code @BeforeAll}, the constructor of a class with one instance
 * for all tests), and those for one test factory, whose dynamic tests share it. Each further attempt has another one.
 *
 * @since 0.1.0
 */
public final class Canary {
    private static final String PREFIX = "gp";
    /** All safe in URLs, JSON, file names and host names, also where case is lost. */
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private static final int RANDOM_LENGTH = 24;

    private final String value;

    private Canary(String value) {
        this.value = value;
    }

    /** For the library: tests have one injected. */
    public static Canary create() {
        SecureRandom random = new SecureRandom();
        StringBuilder value = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Canary(value.toString());
    }

    /** The marker: {@code gp} and 24 characters of {@code a} to {@code z} and {@code 2} to {@code 7}. */
    public String value() {
        return value;
    }

    /** As {@link #value()}, so that it can stand in any text. */
    @Override
    public String toString() {
        return value;
    }
}
