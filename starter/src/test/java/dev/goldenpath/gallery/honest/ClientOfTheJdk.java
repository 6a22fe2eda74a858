package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.jupiter.GoldenPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A client that is not ours, and a service that is declared. */
@GoldenPath
public class ClientOfTheJdk {
    @Test
    void theServiceIsThere() throws IOException, InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + System.getProperty("gallery.port") + "/chat");
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}
