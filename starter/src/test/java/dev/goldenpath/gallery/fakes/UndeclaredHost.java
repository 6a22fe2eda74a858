package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A real call for the look of it, and assertions on the answer of a host that nobody declared. */
@GoldenPath
public class UndeclaredHost {
    @Test
    void theAgentAnswers(@OnService("gallery") ServiceClient gallery) throws IOException, InterruptedException {
        assertThat(gallery.get("/chat").send()).hasStatus(200);
        String url = "http://127.0.0.1:" + System.getProperty("gallery.undeclared") + "/health";
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}
