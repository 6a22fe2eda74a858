package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** The service sends the test elsewhere. */
@GoldenPath
public class RedirectToAnUndeclaredHost {
    @Test
    void theAgentAnswers(@OnService("gallery") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasStatus(200);
        assertThat(gallery.get("/away")
                        .query("to", "http://localhost:" + System.getProperty("gallery.undeclared") + "/")
                        .followRedirects()
                        .send())
                .hasStatus(200);
    }
}
