package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "prefs=a,b; Max-Age=60          | prefs | a,b",
                "j={\"a\":1}; Path=/            | j     | {\"a\":1}",
                "q=\"quoted\"                   | q     | \"quoted\"",
                "a=b=c                          | a     | b=c",
                "empty=; Secure                 | empty | ``"
            })
    void theValueIsReadAsItStands(String header, String name, String value) {
        assertThat(Cookies.in(header)).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo(name);
            assertThat(cookie.getValue()).isEqualTo(value);
        });
    }

    @Test
    void theAttributesAreReadInAnyCase() {
        HttpCookie cookie = Cookies.in("s=1; path=/a; DOMAIN=example.com; secure; HttpOnly; Max-Age=60; SameSite=Lax")
                .findFirst()
                .orElseThrow();
        assertThat(cookie.getPath()).isEqualTo("/a");
        assertThat(cookie.getDomain()).isEqualTo("example.com");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getMaxAge()).isEqualTo(60);
    }

    @Test
    void aCookieOfThePastHasExpired() {
        assertThat(Cookies.in("s=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT"))
                .singleElement()
                .matches(HttpCookie::hasExpired);
        assertThat(Cookies.in("s=1; Expires=Thu, 01-Jan-1970 00:00:00 GMT"))
                .singleElement()
                .matches(HttpCookie::hasExpired);
        assertThat(Cookies.in("s=1; Expires=soon").findFirst().orElseThrow().getMaxAge())
                .isEqualTo(-1);
    }

    @Test
    void whatIsNoCookieIsNone() {
        assertThat(Cookies.in("nothing")).isEmpty();
        assertThat(Cookies.in("a b=c")).isEmpty();
        assertThat(Cookies.in("=c")).isEmpty();
    }
}
