package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.goldenpath.example.stack.EventStream.Closed;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TokenExpiryTest {
    private static final Closed EXPIRED = new Closed(4401, "token expired");

    @Test
    @Tag("starts")
    void aSocketEndsWithTheTokenItWasOpenedWith() throws Exception {
        try (LaunchedStack stack = LaunchedStack.start(Map.of(), "--access-token-ttl", "5")) {
            Api alice = stack.backend().as(stack.auth().login("alice").text("/access_token"));
            Instant expiry = SignedJWT.parse(alice.token())
                    .getJWTClaimsSet()
                    .getExpirationTime()
                    .toInstant();
            try (EventStream events = new EventStream(alice);
                    EventStream late = EventStream.anonymous(alice, "/ws/late")) {
                late.send("{\"type\":\"authenticate\",\"token\":\"" + alice.token() + "\"}");
                AgentRun.start(alice).isToldBy(events.next(5));

                assertThat(events.awaitClose()).isEqualTo(EXPIRED);
                assertThat(Instant.now()).isAfterOrEqualTo(expiry);
                assertThat(late.awaitClose()).isEqualTo(EXPIRED);
                assertThat(alice.get("/api/me").status()).isEqualTo(401);
            }
        }
    }
}
