package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final StackTraceElement LIBRARY = frame("org.assertj.core.api.AbstractAssert", "isEqualTo", 7);
    private static final StackTraceElement TEST = frame("com.example.ChatIT", "answers", 41);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run 5f0c1d2e-0000-4000-8000-a1b2c3d4e5f6 is lost | run 00000000-1111-4222-8333-444444444444 is lost",
                "GET http://127.0.0.1:40123/me: refused | GET http://127.0.0.1:51999/me: refused",
                "GET http://localhost:40123/me: refused | GET http://localhost:51999/me: refused",
                "no answer of [::1]:40123 | no answer of [fe80::1%2]:51999",
                "at 2026-11-28T12:00:03.123Z it was gone | at 2027-01-02T03:04:05Z it was gone",
                "since 12:00:03 it is gone | since 23:59:59.999 it is gone",
                "commit 0123abcdef was there | commit fedcba98765 was there",
                "Order@1b2c3d is not paid | Order@ff00 is not paid",
                "key 01HZX3N8K9QWERTYUIOPASDFGH is unknown | key 01J0A7B8C9D0E1F2G3H4J5K6M7 is unknown",
                "'run-17' is not 'done' | 'run-4711' is not 'done'",
                "2 of 5 events came within 980 ms | 13 of 25 events came within 1.2 s",
                "GET /orders/17 → 503 in 12 ms (41 probes) | GET /orders/18 → 503 in 1,234 ms (7 probes)"
            })
    void whatChangesFromRunToRunChangesNoFingerprint(String one, String other) {
        assertThat(Fingerprint.of(failure(one))).isEqualTo(Fingerprint.of(failure(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /orders → 503 | GET /orders → 500",
                "status is 202 | status is 409",
                "closed with 1011 | closed with 1012",
                "GET /orders failed | GET /carts failed",
                "'paid' is not 'open' | 'paid' is not 'closed'"
            })
    void anotherMessageIsAnotherFailure(String one, String other) {
        assertThat(Fingerprint.of(failure(one))).isNotEqualTo(Fingerprint.of(failure(other)));
    }

    @Test
    void anotherTypePlaceOrRootCauseIsAnotherFailure() {
        Throwable failure = failure("no");
        Throwable otherType = new IllegalStateException("no");
        otherType.setStackTrace(failure.getStackTrace());
        Throwable elsewhere = failure("no");
        elsewhere.setStackTrace(new StackTraceElement[] {LIBRARY, frame("com.example.ChatIT", "forgets", 41), TEST});
        Throwable caused = failure("no");
        caused.initCause(new IllegalArgumentException("why"));

        assertThat(List.of(failure, otherType, elsewhere, caused))
                .extracting(Fingerprint::of)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[0-9a-f]{16}"));
    }

    @Test
    void onlyTheFirstLineTheFirstFrameOfTheAuthorAndNoLineNumberCount() {
        Throwable one = failure("\n  no  \nexpected: 1");
        Throwable other = failure("no\nexpected: something else");
        other.setStackTrace(new StackTraceElement[] {
            frame("dev.goldenpath.http.ServiceClient", "send", 1), frame("com.example.ChatIT", "answers", 999)
        });

        assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other));
    }

    @Test
    void theNumberOfALambdaDoesNotCount() {
        assertThat(Fingerprint.of(at(frame("com.example.ChatIT", "lambda$answers$3", 1))))
                .isEqualTo(Fingerprint.of(at(frame("com.example.ChatIT", "lambda$answers$12", 1))));
    }

    /** A package of the author's may be called like ours. */
    @ParameterizedTest
    @ValueSource(strings = {"dev.goldenpath.example.ChatIT", "com.example.ChatIT"})
    void codeThatIsNotOursIsAPlace(String type) {
        assertThat(Fingerprint.of(at(frame(type, "one", 1)))).isNotEqualTo(Fingerprint.of(at(frame(type, "other", 1))));
    }

    @Test
    void aFailureWithoutMessageFramesOrEndOfItsCausesHasOneToo() {
        Throwable circle = at();
        Throwable cause = new IllegalStateException(circle);
        circle.initCause(cause);

        assertThat(Fingerprint.of(circle)).hasSize(16).isNotEqualTo(Fingerprint.of(at()));
    }

    private static Throwable failure(String message) {
        Throwable failure = new AssertionError(message);
        failure.setStackTrace(new StackTraceElement[] {LIBRARY, TEST});
        return failure;
    }

    private static Throwable at(StackTraceElement... frames) {
        Throwable failure = new AssertionError();
        failure.setStackTrace(frames);
        return failure;
    }

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, "ChatIT.java", line);
    }
}
