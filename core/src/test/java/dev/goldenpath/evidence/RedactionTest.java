package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private final Redaction redaction = new Redaction();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "PROXY-AUTHORIZATION",
                "cookie",
                "Set-Cookie",
                "X-Api-Key",
                "X-Auth-Token",
                "Sec-WebSocket-Key"
            })
    void secretHeadersAreMaskedWholeInAnyCase(String name) {
        assertThat(redaction.headers(Map.of(name, List.of("one", "two"))))
                .isEqualTo(Map.of(name, List.of("***", "***")));
    }

    @Test
    void otherHeadersKeepTheirOrderAndLoseKnownValuesOnly() {
        redaction.addValue("s3cret");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("X-Trace", List.of("abc"));
        headers.put("Accept", List.of("s3cret/json"));
        headers.put("Cookie", List.of("a=b"));
        assertThat(redaction.headers(headers))
                .containsExactly(
                        Map.entry("X-Trace", List.of("abc")),
                        Map.entry("Accept", List.of("***/json")),
                        Map.entry("Cookie", List.of("***")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"x\",\"a\":1}     | {\"password\":\"***\",\"a\":1}",
                "{\"Access_Token\" : \"x\"}       | {\"Access_Token\" : \"***\"}",
                "{\"token\":12345}                | {\"token\":\"***\"}",
                "{\"secret\":null}                | {\"secret\":\"***\"}",
                "{\"api_key\":\"a\\\"b\",\"c\":1} | {\"api_key\":\"***\",\"c\":1}",
                "{\"apikey\":\"x\"}                 | {\"apikey\":\"***\"}",
                "{\"clientSecret\":\"x\"}           | {\"clientSecret\":\"***\"}",
                "{\"id-token\":\"x\"}               | {\"id-token\":\"***\"}",
                "{\"passwordHint\":\"cat\"}       | {\"passwordHint\":\"cat\"}",
                "{\"my_token\":\"cat\"}           | {\"my_token\":\"cat\"}",
                "{\"note\":\"token\"}             | {\"note\":\"token\"}"
            })
    void secretJsonFieldsAreMasked(String written, String masked) {
        assertThat(redaction.text(written)).isEqualTo(masked);
    }

    @Test
    void aSecretFieldIsMaskedInABodyThatWasCutInTheMiddleOfIt() {
        assertThat(redaction.text("{\"id\":1,\"refresh_token\":\"eyJhbGci"))
                .isEqualTo("{\"id\":1,\"refresh_token\":\"***\"");
    }

    @Test
    void aSecretFieldOfAnyLengthIsMasked() {
        String token = "a\\\"".repeat(100_000);
        assertThat(redaction.text("{\"token\":\"" + token + "\"}")).isEqualTo("{\"token\":\"***\"}");
    }

    @Test
    void anAddedFieldIsMaskedFromThenOn() {
        assertThat(redaction.text("{\"pin\":\"1234\"}")).isEqualTo("{\"pin\":\"1234\"}");
        redaction.addField("PIN");
        assertThat(redaction.text("{\"pin\":\"1234\"}")).isEqualTo("{\"pin\":\"***\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain                 | p\"a\\s/s w*~",
                "JSON                  | p\\\"a\\\\s/s w*~",
                "form                  | p%22a%5Cs%2Fs+w*%7E",
                "path, query           | p%22a%5Cs%2Fs%20w%2A~",
                "Base64                | cCJhXHMvcyB3Kn4="
            })
    void aKnownValueIsMaskedInEveryFormItTakes(String kind, String form) {
        redaction.addValue("p\"a\\s/s w*~");
        assertThat(redaction.text("<" + form + ">")).as(kind).isEqualTo("<***>");
    }

    @Test
    void theLongestValueIsMaskedFirst() {
        redaction.addValue("alice");
        redaction.addValue("alice-password");
        redaction.addValue("password");
        assertThat(redaction.text("alice-password of alice")).isEqualTo("*** of ***");
    }

    @Test
    void whatIsShapedLikeASignedTokenIsMaskedWhereverItStands() {
        assertThat(redaction.text("got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk_-, twice"))
                .isEqualTo("got ***, twice");
        assertThat(redaction.text("eyJustAWord.and.another")).isEqualTo("eyJustAWord.and.another");
    }

    @Test
    void anEmptyValueMasksNothing() {
        redaction.addValue("");
        assertThat(redaction.text("text")).isEqualTo("text");
    }

    @Test
    void aFollowerIsToldWhatIsKnownAndWhatIsAddedOnceEach() {
        List<String> told = new ArrayList<>();
        Redaction.Follower follower = new Redaction.Follower() {
            @Override
            public void value(String secret) {
                told.add("value " + secret);
            }

            @Override
            public void field(String name) {
                told.add("field " + name);
            }
        };
        redaction.addValue("early");
        redaction.addField("pin");
        redaction.follow(follower);
        redaction.addValue("late");
        redaction.addField("code");
        redaction.addValue("early");
        redaction.addField("PIN");
        redaction.addField("password");
        redaction.addValue("");
        redaction.leave(follower);
        redaction.addValue("too late");
        assertThat(told).containsExactly("value early", "field pin", "value late", "field code");
    }
}
