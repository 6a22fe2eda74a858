package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CaseSelectionTest {
    private static final String USER = "%s: { service: idp, grant: session, username: %s, password: \"${PASSWORD}\" }";

    @Test
    void theOtherUserIsOfAnotherAccount() {
        try (WaysScene scene = WaysScene.of(
                URI.create("http://127.0.0.1:1"),
                USER.formatted("alice", "alice@example.com"),
                USER.formatted("locked", "alice@example.com"),
                USER.formatted("bob", "bob@example.com"))) {
            CaseSelection selection = CaseSelection.of(scene.clients().environment(), "alice", "", false);

            assertThat(selection.another().name()).isEqualTo("bob");
        }
    }
}
