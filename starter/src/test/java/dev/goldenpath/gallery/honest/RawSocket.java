package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.jupiter.GoldenPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A protocol by hand, with a service that is declared. */
@GoldenPath
public class RawSocket {
    @Test
    void theServiceIsThere() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Integer.getInteger("gallery.port"))) {
            socket.getOutputStream()
                    .write("GET /chat HTTP/1.1\r\nHost: gallery\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
        }
    }
}
