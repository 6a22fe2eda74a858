package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What the tests with a Keycloak say where there is none. */
class NoKeycloakTest {

    @Test
    @DisabledIfSystemProperty(named = "keycloak.program", matches = ".*", disabledReason = "there is one")
    void tellsHowToGetOne() {
        assertThatIllegalStateException()
                .isThrownBy(KeycloakExtension::program)
                .withMessage(
                        "There is no Keycloak to start: system property keycloak.program is not set."
                                + " Run mvn test -pl auth -am -Pkeycloak -Dgroups=keycloak, or name the folder of an unpacked Keycloak.");
    }

    @Test
    void tellsWhatTheProcessWroteWhenItEndsEarly(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("log");
        try (KeycloakProcess missing = KeycloakProcess.start(folder, KeycloakExtension.REALM, log)) {
            assertThatIllegalStateException()
                    .isThrownBy(missing::awaitReady)
                    .withMessageMatching("(?s)Keycloak ended with exit code \\d+ and is not ready\\. The end of \\Q"
                            + log + "\\E:\n.*kc\\.sh.*")
                    .withMessageEndingWith(Files.readString(log));
        }
    }
}
