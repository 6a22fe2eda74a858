package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** A name that sounds remote, and is this machine. */
@GoldenPath
public class LoopbackBehindARemoteName {
    @Test
    void theAgentAnswers(@OnService("gallery") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasStatus(200);
    }
}
