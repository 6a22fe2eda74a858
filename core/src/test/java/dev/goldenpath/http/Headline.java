package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The first line of a failed assertion. */
final class Headline {
    private Headline() {}

    static String of(ThrowingCallable assertion) {
        AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
        if (error == null) {
            throw new AssertionError("the assertion held");
        }
        return error.getMessage().lines().findFirst().orElseThrow();
    }
}
