package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A test user that the test makes up. */
@GoldenPath
public class SeamInTestCode {
    static final class Forger implements RequestAuthorizer {
        @Override
        public String user() {
            return "alice";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-User", "alice");
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }

    @Test
    void aliceIsGreeted(@OnService("gallery") ServiceClient gallery) {
        assertThat(gallery.get("/chat").header("X-User", new Forger().user()).send())
                .hasJson("/user", "alice");
    }
}
