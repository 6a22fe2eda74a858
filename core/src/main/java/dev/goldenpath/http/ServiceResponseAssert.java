package dev.goldenpath.http;

import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a {@link ServiceResponse}. A failure shows the request, the status, the time it took and the first
 * part of the body, redacted.
 *
 * @since 0.1.0
 */
public final class ServiceResponseAssert extends AbstractAssert<ServiceResponseAssert, ServiceResponse> {

    ServiceResponseAssert(ServiceResponse actual) {
        super(actual, ServiceResponseAssert.class);
    }

    /** Verifies the status code. */
    public ServiceResponseAssert hasStatus(int expected) {
        ServiceResponse response = response();
        if (response.status() != expected) {
            throw failureWithActualExpected(
                    response.status(),
                    expected,
                    "%s",
                    response.message("Expected status " + expected + ", but it was " + response.status() + "."));
        }
        return this;
    }

    /** Verifies that a header of this name, in any case, has exactly this value. */
    public ServiceResponseAssert hasHeader(String name, String expected) {
        ServiceResponse response = response();
        Optional<String> value = response.header(name);
        if (!value.equals(Optional.of(expected))) {
            failWithMessage(
                    "%s",
                    response.message("Expected header " + name + ": " + expected + ", but "
                            + value.map(text -> "it was " + text).orElse("there was none") + "."));
        }
        return this;
    }

    /**
     * Verifies the value at a JSON Pointer of the body.
     *
     * @param expected a String, Boolean, Map or List, or a number: an integer equals the same integer of any type
     */
    public ServiceResponseAssert hasJson(String pointer, Object expected) {
        ServiceResponse response = response();
        Object value = response.at(pointer);
        if (!Objects.equals(widened(value), widened(expected))) {
            throw failureWithActualExpected(
                    value,
                    expected,
                    "%s",
                    response.message(
                            "Expected " + expected + " at '" + pointer + "' of the body, but it was " + value + "."));
        }
        return this;
    }

    /** Verifies that the body, read in UTF-8, contains {@code expected}. */
    public ServiceResponseAssert hasBodyContaining(String expected) {
        ServiceResponse response = response();
        if (!response.text().contains(expected)) {
            failWithMessage("%s", response.message("Expected a body that contains '" + expected + "'."));
        }
        return this;
    }

    private ServiceResponse response() {
        isNotNull();
        actual.cite();
        return actual;
    }

    private static Object widened(Object value) {
        return value instanceof Integer || value instanceof Short || value instanceof Byte
                ? (Object) ((Number) value).longValue()
                : value;
    }
}
