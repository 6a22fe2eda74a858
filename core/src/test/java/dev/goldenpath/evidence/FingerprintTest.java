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
                "expected: 3 but was: 7 | expected: 3 but was: 12",
                "expected: 1234567 but was: 7 | expected: 7654321 but was: 9",
                "no tester-17@example.com | no tester-9@example.com",
                "token dGhlIHRva2VuIG9mIHNvbWVib2R5 | token QW5vdGhlciB0b2tlbiwgd2l0aCBhIDk",
                "no /tmp/junit-123/a.json | no /tmp/xYzabc/a.json",
                "fe80::1%2 is gone | 2001:db8::17 is gone",
                "GET http://h/a?at=17&of=x | GET http://h/a?at=18&of=y",
                "since Sat, 28 Nov 2026 12:00:03 GMT | since Sun, 1 Feb 2027 02:00:00 GMT",
                "took PT1.5S | took PT2M",
                "1 probe failed | 3 probes failed",
                "[\"run-1\", \"run-2\"] | [\"run-3\"]",
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
                "Expected status 200, but it was 503. | Expected status 200, but it was 500.",
                "Expected status 200, but it was 503. | Expected status 201, but it was 503.",
                "expected: 3 but was: 7 | expected: 4 but was: 7",
                "Expected size: 3 but was: 7 in: [] | Expected size: 4 but was: 7 in: []",
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
    void onlyTheFirstFrameOfTheAuthorAndNoLineNumberCount() {
        Throwable one = failure("\n  no  \nexpected: 1");
        Throwable other = failure("no\nexpected: 1");
        other.setStackTrace(new StackTraceElement[] {
            frame("dev.goldenpath.http.ServiceClient", "send", 1), frame("com.example.ChatIT", "answers", 999)
        });

        assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other));
    }

    /** What was asked of whom says which failure it is; how it went this time does not. */
    @Test
    void ofFactsOnlyThoseThatSayWhatWasAskedCount() {
        String message =
                "Expected status 200, but it was 503.\n  service: shop\n  request: GET http://h/a\n  body:    %s\n"
                        + "             more";

        assertThat(Fingerprint.of(failure(message.formatted("{}"))))
                .isEqualTo(Fingerprint.of(failure(message.formatted("[]"))))
                .isEqualTo(Fingerprint.of(failure(message.formatted("{}").replaceFirst("(?s)  body.*", ""))))
                .isNotEqualTo(Fingerprint.of(failure(message.formatted("{}").replace("shop", "auth"))))
                .isNotEqualTo(Fingerprint.of(failure(message.formatted("{}").replace("/a", "/b"))));
    }

    /** A long answer does not hide what was expected of it. */
    @Test
    void whatIsExpectedBehindALongAnswerCounts() {
        String message = "\nExpecting actual:\n  \"" + "word ".repeat(500) + "\"\nto contain:\n  \"%s\" ";

        assertThat(Fingerprint.of(failure(message.formatted("paid"))))
                .isNotEqualTo(Fingerprint.of(failure(message.formatted("open"))));
    }

    @Test
    void theMessageOfTheRootCauseCounts() {
        Throwable one = failure("no");
        one.initCause(new IllegalStateException("no table orders"));
        Throwable other = failure("no");
        other.initCause(new IllegalStateException("no table carts"));

        assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other));
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
