package dev.goldenpath.example;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.auth.Jwt;
import dev.goldenpath.auth.ServiceTokens;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P2;
import org.junit.jupiter.api.Test;

@GoldenPath
@P2(protects = "login")
class TokenGoldenPathIT {

    @Test
    void aliceGetsASoundTokenThatOpensTheBackend(
            @OnService("auth") @AsUser("alice") ServiceTokens tokens,
            @OnService("backend") @AsUser("alice") ServiceClient backend) {
        Jwt token = tokens.ofUser();

        assertThat(token)
                .isSound()
                .hasClaim("email", "alice@example.com")
                .doesNotHaveClaim("password")
                .livesAtLeast(ofMinutes(1))
                .livesAtMost(ofHours(1));
        assertThat(backend.get("/api/me").send())
                .hasStatus(200)
                .hasJson("/id", token.subject().orElseThrow());
    }

    @Test
    void aSignatureOfAnotherTokenIsSeenByUsAndRefusedByTheBackend(
            @OnService("auth") @AsUser("alice") ServiceTokens ofAlice,
            @OnService("auth") @AsUser("bob") ServiceTokens ofBob,
            @OnService("backend") ServiceClient anonymous) {
        String alice = ofAlice.ofUser().reveal();
        String bob = ofBob.ofUser().reveal();
        Jwt forged = ofAlice.read(alice.substring(0, alice.lastIndexOf('.')) + bob.substring(bob.lastIndexOf('.')));

        assertThat(forged).hasKnownKey().hasAllowedAlgorithm().isValidNow();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(forged).isSound())
                .withMessageStartingWith(
                        "The token is not sound: 1 thing is wrong.\n  wrong:    Its signature is that ");
        ServiceResponse response = anonymous
                .get("/api/me")
                .header("Authorization", "Bearer " + forged.reveal())
                .send();
        assertThat(response).hasStatus(401);
    }
}
