package dev.goldenpath.gallery.fakes;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** A stub of the backend beside the backend. */
@GoldenPath
public class WireMockedBackend {
    @Test
    void theBackendAnswers(@OnService("gallery") ServiceClient gallery) {
        WireMockServer backend = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        backend.start();
        try {
            backend.stubFor(get("/chat").willReturn(ok()));
            assertThat(gallery.get("/chat").send()).hasStatus(200);
            assertThat(backend.isRunning()).isTrue();
        } finally {
            backend.stop();
        }
    }
}
