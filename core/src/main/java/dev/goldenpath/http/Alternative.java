package dev.goldenpath.http;

import org.assertj.core.api.ThrowingConsumer;

/**
 * One of several outcomes that a test allows: {@code Alternative.of("created", r -> assertThat(r).hasStatus(201))}.
 * Immutable; see {@link ServiceResponseAssert#satisfiesExactlyOneOf}.
 *
 * @since 0.1.0
 */
public final class Alternative {
    private final String name;
    private final ThrowingConsumer<? super ServiceResponse> requirements;

    private Alternative(String name, ThrowingConsumer<? super ServiceResponse> requirements) {
        this.name = name;
        this.requirements = requirements;
    }

    /**
     * An outcome.
     *
     * @param name for messages and for the record
     * @param requirements throws an {@link AssertionError} where this is not the outcome
     * @throws IllegalArgumentException when the name is blank
     */
    public static Alternative of(String name, ThrowingConsumer<? super ServiceResponse> requirements) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of an alternative is blank. Say which outcome it is.");
        }
        return new Alternative(name, requirements);
    }

    String name() {
        return name;
    }

    /** Throws what the requirements throw. */
    void require(ServiceResponse response) {
        requirements.accept(response);
    }

    @Override
    public String toString() {
        return name;
    }
}
