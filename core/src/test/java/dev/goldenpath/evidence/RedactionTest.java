package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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
                "Sec-WebSocket-Key",
                "X-CSRF-Token",
                "X-Amz-Security-Token"
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

    @Test
    void anAddedHeaderIsMaskedWholeFromThenOn() {
        Map<String, List<String>> headers = Map.of("X-Ticket", List.of("abc"));
        assertThat(redaction.headers(headers)).isEqualTo(headers);
        redaction.addHeader("x-ticket");
        assertThat(redaction.headers(headers)).isEqualTo(Map.of("X-Ticket", List.of("***")));
    }

    @Test
    void aTextWithoutSecretsIsGivenBackAsItIs() {
        redaction.addValue("s3cret");
        String text = "{\"name\":\"s3cre\",\"url\":\"http://host:80/a?b=c\"}";
        assertThat(redaction.text(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain                 | p\"a\\s/s w*~",
                "JSON                  | p\\\"a\\\\s/s w*~",
                "form                  | p%22a%5Cs%2Fs+w*%7E",
                "form, lower-case hex  | p%22a%5cs%2fs+w*%7e",
                "path, query           | p%22a%5Cs%2Fs%20w%2A~",
                "query, lower-case hex | p%22a%5cs%2fs%20w%2a~",
                "JSON, slash escaped   | p\\\"a\\\\s\\/s w*~",
                "JSON in JSON          | p\\\\\\\"a\\\\\\\\s/s w*~",
                "Base64, no padding    | cCJhXHMvcyB3Kn4",
                "Base64                | cCJhXHMvcyB3Kn4="
            })
    void aKnownValueIsMaskedInEveryFormItTakes(String kind, String form) {
        redaction.addValue("p\"a\\s/s w*~");
        assertThat(redaction.text("<" + form + ">")).as(kind).isEqualTo("<***>");
    }

    @ParameterizedTest
    @CsvSource({"'\u00e9\t<&>',\\u00e9\\t\\u003c\\u0026\\u003e", "'\u00e9\t<&>',\u00e9\\t<&>"})
    void aKnownValueIsMaskedHoweverJsonEscapesIt(String secret, String form) {
        redaction.addValue(secret);
        assertThat(redaction.text("\"" + form + "\"")).isEqualTo("\"***\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "al", "ali", "alic", "alice"})
    void aKnownValueIsMaskedInsideLongerBase64(String user) {
        redaction.addValue("correct-horse?>~");
        byte[] plain = (user + ":correct-horse?>~:" + user).getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String encoded = encoder.encodeToString(plain);
            String masked = redaction.text("<" + encoded + ">");
            assertThat(masked).contains("***").hasSizeLessThanOrEqualTo(encoded.length() - 15);
        }
    }

    @Test
    void aShortValueIsNotSoughtInsideLongerBase64() {
        redaction.addValue("abcd");
        assertThat(redaction.text("eGFiY2Q=, YWJjZA==")).isEqualTo("eGFiY2Q=, ***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "xy", "xyz", "\u4e16", "\u4e16\u754c"})
    void aVeryShortValueIsMaskedToo(String secret) {
        redaction.addValue(secret);
        assertThat(redaction.text(secret + " a " + secret + "b" + secret)).isEqualTo("*** a ***b***");
    }

    @Test
    void valuesThatOverlapOrTouchAreMaskedAsOne() {
        redaction.addValue("abc-def");
        redaction.addValue("def-ghi");
        redaction.addValue("*");
        assertThat(redaction.text("(abc-def-ghi)(abc-defdef-ghi)(a*b)")).isEqualTo("(***)(***)(a***b)");
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
        assertThat(redaction.text("eyJustAWord.eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk"))
                .isEqualTo("***.c2lnbmVk");
    }

    @Test
    void aKnownValueThatBeginsLikeATokenOrBeforeOneHidesNoTokenFromView() {
        redaction.addValue("eyJhbGci");
        redaction.addValue("xeyJhbG-no");
        redaction.addValue("yeyJ");
        String token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk";
        assertThat(redaction.text(token + " x" + token + " y" + token)).isEqualTo("*** x*** ***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sent Bearer 0a1b2c3d, refused       | sent Bearer ***, refused",
                "sent bearer  0a1b-2c3d              | sent bearer  ***",
                "sent Basic dXNlcjpwYXNz             | sent Basic ***",
                "BASIC dTpwYXNzdw==                  | BASIC ***",
                "authorization=Bearer 0a1b2c3d       | authorization=*** ***",
                "Bearer short1                       | Bearer short1",
                "Basic authentication failed         | Basic authentication failed",
                "Bearer Authentication.              | Bearer Authentication.",
                "Bearer authorization_uri=\"/login\" | Bearer authorization_uri=\"/login\"",
                "amqp://guest:s3cr@t@broker:5672/a@b | amqp://guest:***@broker:5672/a@b",
                "http://host:80/a?to=b:c@d           | http://host:80/a?to=b:c@d"
            })
    void whatFollowsASchemeOrStandsInAUrlAsAPasswordIsMasked(String written, String masked) {
        assertThat(redaction.text(written)).isEqualTo(masked);
    }

    @Test
    void aValueIsMaskedWithoutTheWhiteSpaceAroundIt() {
        redaction.addValue(" hunter22\t ");
        redaction.addValue("abc ");
        redaction.addValue("   ");

        assertThat(redaction.text("[hunter22] [ hunter22\t ] abc, abc.")).isEqualTo("[***] [***] abc, abc.");
        assertThat(redaction.text("aHVudGVyMjI=")).isEqualTo("***");
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
