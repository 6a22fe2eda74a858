package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtClaimsTest {

    @Test
    void readsTheClaimsWithoutAKey() {
        String token = signed("""
                {"sub":"alice-id","iss":"https://auth","aud":["a",null,"b"],"scope":"chat history","iat":1700000000,"exp":1700000060}""");

        assertThat(JwtClaims.of(token))
                .isEqualTo(new JwtClaims(
                        "alice-id",
                        "https://auth",
                        List.of("a", "b"),
                        List.of("chat", "history"),
                        Instant.ofEpochSecond(1_700_000_000),
                        Instant.ofEpochSecond(1_700_000_060)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b.c", "..", "eyJhbGciOiJIUzI1NiJ9.bm90IGpzb24.c2ln"})
    void hasNoneOfATokenThatIsNoJwt(String token) {
        assertThat(JwtClaims.of(token)).isEqualTo(new JwtClaims(null, null, List.of(), List.of(), null, null));
    }

    @Test
    void hasNoneOfAClaimOfTheWrongType() {
        assertThat(JwtClaims.of(signed("{\"exp\":\"soon\"}")).expiresAt()).isNull();
    }

    private static String signed(String claims) {
        return base64("{\"alg\":\"HS256\"}") + "." + base64(claims) + "." + base64("any signature");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
