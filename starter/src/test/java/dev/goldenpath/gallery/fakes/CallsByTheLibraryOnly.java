package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** A client that is injected and never used: all calls are readiness probes. */
@GoldenPath
public class CallsByTheLibraryOnly {
    @Test
    void theAgentAnswers(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        assertThat(gallery).isNotNull();
    }
}
