package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P2;
import dev.goldenpath.websocket.ServiceSocket;
import org.junit.jupiter.api.Test;

/** One test for each way in; how its user is declared is all that differs. */
@GoldenPath
@P2(protects = "login")
@OnService("backend")
class WaysInGoldenPathIT {

    @Test
    void aPersonLogsInInTheServicesOwnShape(@AsUser("alice") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "alice@example.com");
    }

    @Test
    void aRobotHasClientCredentials(@AsUser("robot") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "robot@example.com");
    }

    @Test
    void aPersonHasAPasswordForAnOauthClient(@AsUser("carol") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "carol@example.com");
    }

    @Test
    void aVisitorComesWithATokenThatTheProjectSigns(@AsUser("visitor") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "visitor@example.com");
    }

    @Test
    void anIntegrationComesWithATokenThatWasGiven(@AsUser("integration") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "integration@example.com");
    }

    @Test
    void aPartnerHasAKeyInAHeader(@AsUser("partner") ServiceClient backend, @AsUser("partner") ServiceSocket socket) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "alice@example.com");
        assertThat(socket.attempt("/ws")).hasStatus(101);
    }

    @Test
    void aGadgetHasAKeyInTheQuery(@AsUser("gadget") ServiceClient backend, @AsUser("gadget") ServiceSocket socket) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "bob@example.com");
        assertThat(socket.attempt("/ws")).hasStatus(101);
    }

    @Test
    void anOperatorShowsNameAndPassword(@AsUser("operator") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "carol@example.com");
    }

    @Test
    void aBrowserHasASession(@AsUser("browser") ServiceClient backend, @AsUser("browser") ServiceSocket socket) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "bob@example.com");
        assertThat(socket.attempt("/ws")).hasStatus(101);
    }
}
