package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakSearchTest {
    private static final String PASSING = "{\"id\":\"thread-0007\",\"title\":\"a plan of hers\",\"short\":\"of it\","
            + "\"notes\":[{\"text\":\"nobody's business\"},null]}";
    private static final String SENT = "http://127.0.0.1/api/threads/thread-0007";
    private static final String TOKEN = "aaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbb.cccccccccccccccccccccccc";

    private final Redaction redaction = new Redaction();
    private final LeakSearch search =
            new LeakSearch(redaction, Set.of("alice@example.com", "ida", "kim1"), answer(PASSING), SENT);

    private static ReplayAnswer answer(String body) {
        return ReplayAnswer.ofHttp(401, Map.of(), body, "GET / → 401");
    }

    private List<String> found(String body) {
        return search.in(answer(body), List.of(TOKEN)).stream().map(Fact::value).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"error\":\"no\"}",
                // stands in the request
                "{\"instance\":\"/api/threads/thread-0007\"}",
                // too short to be told from an accident
                "of it, says ida",
                // within another word
                "kim12 and skim1",
                "look at (the plan)",
                "-----BEGIN PUBLIC KEY-----",
                "{\"kty\":\"EC\",\"d\":\"short\"}"
            })
    void harmless(String body) {
        assertThat(found(body)).isEmpty();
    }

    @Test
    void partOfTheToken() {
        redaction.addValue(TOKEN);

        assertThat(found("bad signature cccccccccccccccccccccccc!"))
                .containsExactly("the credentials that were sent, in the body: bad signature ***!");
    }

    @Test
    void excerptTellsNothingElseThatIsSecret() {
        redaction.addValue("another-secret");

        assertThat(
                        found(
                                "{\"a\":\"a plan of hers\",\"b\":\"nobody's business\",\"c\":\"another-secret\",\"d\":\"kim1\"}"))
                .containsExactly(
                        "a text of the user's own answer, in the body: {\"a\":\"***\",\"b\":\"***\",\"c\":\"***\",\"d\":\"**…",
                        "a name of the user, in the body: …***\",\"b\":\"***\",\"c\":\"***\",\"d\":\"***\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\tat a.b.C.m(D.java:12)",
                "at com.acme.Outer$Inner.<init>(Outer.java:3)",
                "Traceback (most recent call last):\n  File \"a.py\"",
                "Exception in thread \"main\" x"
            })
    void stackTraces(String body) {
        assertThat(found(body)).singleElement().asString().startsWith("a stack trace, in the body: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\nMII",
                "-----BEGIN EC PRIVATE KEY-----",
                "{\"kty\":\"EC\",\"d\": \"AAAABBBBCCCCDDDDEEEEFFFF\"}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}"
            })
    void privateKeys(String body) {
        assertThat(found(body)).singleElement().asString().startsWith("a private key, in the body: ");
    }

    @Test
    void headersAndTheReasonOfACloseAreSearched() {
        ReplayAnswer closed = new ReplayAnswer(
                101, Map.of("X-User", List.of("kim1")), "", 1008, "not for alice@example.com", "ws → 101");

        assertThat(search.in(closed, List.of()).stream().map(Fact::value))
                .containsExactly(
                        "a name of the user, in the header X-User: ***",
                        "a name of the user, in the reason of the close: not for ***");
    }
}
