package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P1;
import dev.goldenpath.websocket.ServiceSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GoldenPath
@P1(protects = "login")
class LoginGoldenPathIT {

    @Test
    void bothServicesKnowTheSameAlice(
            @OnService("auth") @AsUser("alice") ServiceClient auth,
            @OnService("backend") @AsUser("alice") ServiceClient backend) {
        ServiceResponse atAuth = auth.get("/auth/me").send();
        ServiceResponse atBackend = backend.get("/api/me").send();

        assertThat(atAuth).hasStatus(200).hasJson("/email", "alice@example.com");
        assertThat(atBackend).hasStatus(200).hasJson("/id", atAuth.at("/id"));
    }

    @Test
    void aliceAndBobAreTwo(
            @OnService("backend") @AsUser("alice") ServiceClient alice,
            @OnService("backend") @AsUser("bob") ServiceClient bob) {
        ServiceResponse bobsIdentity = bob.get("/api/me").send();

        assertThat(bobsIdentity).hasStatus(200).hasJson("/email", "bob@example.com");
        assertThat(bobsIdentity.at("/id"))
                .isNotEqualTo(alice.get("/api/me").send().at("/id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer not-a-token", "Basic YWxpY2U6YWxpY2U=", "Bearer "})
    void aBadTokenIsRefused(String authorization, @OnService("backend") ServiceClient anonymous) {
        ServiceResponse response =
                anonymous.get("/api/me").header("Authorization", authorization).send();

        assertThat(response).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
    }

    @Test
    void aBadTokenIsRefusedAtTheHandshake(@OnService("backend") ServiceSocket anonymous) {
        assertThat(anonymous
                        .connecting("/ws")
                        .header("Authorization", "Bearer not-a-token")
                        .attempt())
                .hasStatus(401);
    }
}
