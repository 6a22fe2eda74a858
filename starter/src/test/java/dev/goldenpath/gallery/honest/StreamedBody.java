package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** A body that the test itself reads, bit by bit. */
@GoldenPath
public class StreamedBody {
    @Test
    void theWholeBodyArrives(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        int[] bytes = new int[1];
        assertThat(gallery.get("/large").stream(body -> bytes[0] = count(body))).hasStatus(200);
        assertThat(bytes[0]).isEqualTo(200_002);
    }

    private static int count(InputStream body) throws IOException {
        return (int) body.transferTo(OutputStream.nullOutputStream());
    }
}
