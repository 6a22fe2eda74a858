package dev.goldenpath.http;

import dev.goldenpath.evidence.Canary;
import dev.goldenpath.evidence.NetworkPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ThrowingConsumer;

/**
 * Assertions about a {@link ServiceResponse}. A failure shows the request, the status, the phases, the ids and the first
 * part of the body, redacted. Each assertion on an answer of the test's own set-up lets that answer count for the test.
 *
 * <p>What is said about the body needs it in memory: of a response that was streamed, only {@link #hasEmptyBody} and
 * what a header {@link #carries} can be told, and the others throw {@link IllegalStateException}.
 *
 * @since 0.1.0
 */
public class ServiceResponseAssert extends AbstractAssert<ServiceResponseAssert, ServiceResponse> {

    /** Assertions about {@code actual}; tests call {@code assertThat(response)}. */
    public ServiceResponseAssert(ServiceResponse actual) {
        super(actual, ServiceResponseAssert.class);
    }

    /** Verifies the status code. */
    public ServiceResponseAssert hasStatus(int expected) {
        return verify(response -> response.status() == expected
                ? Optional.empty()
                : Optional.of(Mismatch.between(
                        response.status(),
                        expected,
                        "Expected status " + expected + ", but it was " + response.status() + ".")));
    }

    /** Verifies that there is a header of this name, in any case. */
    public ServiceResponseAssert hasHeader(String name) {
        return verify(response -> HeaderChecks.present(response, name));
    }

    /** Verifies that a header of this name, in any case, has exactly this value. */
    public ServiceResponseAssert hasHeader(String name, String expected) {
        return verify(response -> HeaderChecks.value(response, name, expected));
    }

    /** Verifies that there is no header of this name, in any case. */
    public ServiceResponseAssert doesNotHaveHeader(String name) {
        return verify(response -> HeaderChecks.absent(response, name));
    }

    /**
     * Verifies the media type of the body, in any case and whatever its parameters.
     *
     * @param expected without parameters, for example {@code application/json}
     */
    public ServiceResponseAssert hasContentType(String expected) {
        return verify(response -> HeaderChecks.contentType(response, expected));
    }

    /**
     * Verifies the value at a JSON Pointer of the body; the pointer {@code ""} is the whole body.
     *
     * @param expected a string, number or boolean, or whatever Jackson can write: a map, a list, a record
     * @throws IllegalArgumentException when {@code pointer} is no JSON Pointer, or {@code expected} no JSON value
     */
    public ServiceResponseAssert hasJson(String pointer, Object expected) {
        return verify(response -> new JsonChecks(response, pointer).equal(expected));
    }

    /**
     * Verifies that something other than {@code null} stands at a JSON Pointer of the body.
     *
     * @throws IllegalArgumentException when {@code pointer} is no JSON Pointer
     */
    public ServiceResponseAssert hasJson(String pointer) {
        return verify(response -> new JsonChecks(response, pointer).present());
    }

    /**
     * Verifies that the body is JSON, and that nothing or {@code null} stands at a JSON Pointer of it.
     *
     * @throws IllegalArgumentException when {@code pointer} is no JSON Pointer
     */
    public ServiceResponseAssert doesNotHaveJson(String pointer) {
        return verify(response -> new JsonChecks(response, pointer).absent());
    }

    /**
     * Verifies that the value at a JSON Pointer of the body can be read into a type, and what {@code requirements} says
     * of it.
     *
     * @param type a record, a collection or whatever Jackson can read
     * @param requirements throws an {@link AssertionError} where the value is not as expected
     * @throws IllegalArgumentException when {@code pointer} is no JSON Pointer
     */
    public <T> ServiceResponseAssert hasJsonSatisfying(
            String pointer, Class<T> type, ThrowingConsumer<? super T> requirements) {
        return verify(response -> new JsonChecks(response, pointer).satisfying(type, requirements));
    }

    /** Verifies that the body is exactly this text. */
    public ServiceResponseAssert hasBody(String expected) {
        return verify(response -> BodyChecks.equal(response, expected));
    }

    /** Verifies that the body, as text, contains {@code expected}. */
    public ServiceResponseAssert hasBodyContaining(String expected) {
        return verify(response -> BodyChecks.containing(response, expected));
    }

    /**
     * Verifies that the body, as text, or the value of a header contains a canary that the test has sent; what contains
     * it is recorded as a step of the test.
     */
    public ServiceResponseAssert carries(Canary canary) {
        return verify(response -> CanaryChecks.carries(response, canary));
    }

    /** Verifies that there is no body, or one of no bytes. */
    public ServiceResponseAssert hasEmptyBody() {
        return verify(BodyChecks::empty);
    }

    /** Verifies that the response sets a cookie of this name; one that it lets expire counts, too. */
    public ServiceResponseAssert hasCookie(String name) {
        return verify(response -> CookieChecks.present(response, name));
    }

    /** Verifies that the response sets a cookie to a value; no message shows either value. */
    public ServiceResponseAssert hasCookie(String name, String expected) {
        return verify(response -> CookieChecks.value(response, name, expected));
    }

    /** Verifies that the response sets no cookie of this name. */
    public ServiceResponseAssert doesNotHaveCookie(String name) {
        return verify(response -> CookieChecks.absent(response, name));
    }

    /** Verifies how long the exchange took, from before the request to the end of the body. */
    public ServiceResponseAssert tookAtMost(Duration limit) {
        return verify(response -> ConnectionChecks.tookAtMost(response, limit));
    }

    /** Verifies how long a part of the exchange took. Fails where it did not happen, as TLS on a reused connection. */
    public ServiceResponseAssert tookAtMost(NetworkPhase phase, Duration limit) {
        return verify(response -> ConnectionChecks.tookAtMost(response, phase, limit));
    }

    /**
     * Verifies that the exchange went over TLS of this version.
     *
     * @param protocol for example {@code TLSv1.3}
     */
    public ServiceResponseAssert usedTls(String protocol) {
        return verify(response -> new ConnectionChecks(response).usedTls(protocol));
    }

    /** Verifies that the certificate the service showed does not expire within a period from now; fails without TLS. */
    public ServiceResponseAssert certificateValidFor(Duration period) {
        return verify(response -> new ConnectionChecks(response).certificateValidFor(period, Clock.systemUTC()));
    }

    /** Verifies that the exchange went over a connection that had been opened for an earlier one. */
    public ServiceResponseAssert reusedConnection() {
        return verify(response -> new ConnectionChecks(response).reused(true));
    }

    /** Verifies that the exchange went over a connection that was opened for it. */
    public ServiceResponseAssert usedNewConnection() {
        return verify(response -> new ConnectionChecks(response).reused(false));
    }

    /**
     * Verifies that one of several outcomes is the case, and no other; which one is recorded as a step of the test. All
     * are tried. For a test that really allows several: what a service may do in one case only, a test should know.
     *
     * @param alternatives at least two, of different names
     * @throws IllegalArgumentException when they are fewer, or two have the same name
     */
    public ServiceResponseAssert satisfiesExactlyOneOf(Alternative... alternatives) {
        AlternativeChecks checks = new AlternativeChecks(List.of(alternatives));
        return verify(checks::exactlyOne);
    }

    private ServiceResponseAssert verify(Function<ServiceResponse, Optional<Mismatch>> check) {
        isNotNull();
        actual.cite();
        Optional<Mismatch> mismatch = check.apply(actual);
        if (mismatch.isPresent()) {
            throw error(mismatch.get());
        }
        return this;
    }

    private AssertionError error(Mismatch mismatch) {
        String message = actual.message(mismatch.headline(), mismatch.facts());
        AssertionError error = mismatch.expected() == null
                ? failure("%s", message)
                : failureWithActualExpected(mismatch.actual(), mismatch.expected(), "%s", message);
        if (mismatch.cause() != null) {
            error.initCause(mismatch.cause());
        }
        return error;
    }
}
