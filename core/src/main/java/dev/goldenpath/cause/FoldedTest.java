package dev.goldenpath.cause;

import java.util.List;

/**
 * A test that did not pass because of a root cause.
 *
 * @param test the test
 * @param whys from what it met down to the root cause, and to what is open
 * @since 0.1.0
 */
public record FoldedTest(TroubledTest test, List<Why> whys) {

    /** Copies the whys. */
    public FoldedTest {
        whys = List.copyOf(whys);
    }
}
