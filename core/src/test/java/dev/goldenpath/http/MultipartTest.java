package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MultipartTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void namesAndTextsGoOutInUtf8AsFromABrowser() {
        try (Scene scene = new Scene(SERVER.url())) {
            String seen = scene.client()
                    .post("/echo")
                    .part("pr\u00e9nom", "10 \u20ac")
                    .part("photo", "\u00fc.png", "png".getBytes(StandardCharsets.UTF_8), "image/png")
                    .send()
                    .text()
                    .replaceAll("boundary=\\S+", "boundary=B")
                    .replaceAll("--[\\w-]{20,}", "--B");
            assertThat(seen).contains("\ncontent-type: multipart/form-data; boundary=B\n");
            assertThat(seen.substring(seen.indexOf("\n\n") + 2).replace("\r\n", "\n"))
                    .isEqualTo("""
                            --B
                            Content-Disposition: form-data; name="pr\u00e9nom"

                            10 \u20ac
                            --B
                            Content-Disposition: form-data; name="photo"; filename="\u00fc.png"
                            Content-Type: image/png

                            png
                            --B
                            """);
        }
    }
}
