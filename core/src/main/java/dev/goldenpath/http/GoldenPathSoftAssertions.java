package dev.goldenpath.http;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.AutoCloseableSoftAssertionsProvider;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * AssertJ's soft assertions with those about a {@link ServiceResponse}: all that fail are reported, together. Use {@link
 * #assertSoftly}, or one in the head of a {@code try}, or call {@link #assertAll()} at the end. Not thread-safe.
 *
 * @since 0.1.0
 */
public class GoldenPathSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, AutoCloseableSoftAssertionsProvider {

    /** Soft assertions of which none has failed yet. */
    public GoldenPathSoftAssertions() {}

    /** Soft assertions about a response. */
    public ServiceResponseAssert assertThat(ServiceResponse actual) {
        return proxy(ServiceResponseAssert.class, ServiceResponse.class, actual);
    }

    /**
     * Makes assertions, and reports at the end all that failed.
     *
     * @throws AssertionError when at least one failed; its message holds those of all
     */
    public static void assertSoftly(Consumer<GoldenPathSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(GoldenPathSoftAssertions.class, assertions);
    }
}
