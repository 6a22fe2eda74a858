package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** The service itself answers with a mock, and 200. */
@GoldenPath
public class MockAnswer {
    @Test
    void theAgentAnswers(@OnService("gallery") ServiceClient gallery) {
        assertThat(gallery.get("/mocked").send()).hasStatus(200);
    }
}
