package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** A server of the JDK in the test itself. */
@GoldenPath
public class OwnHttpServer {
    @Test
    void theBackendIsThere(@OnService("gallery") ServiceClient gallery) throws IOException {
        HttpServer backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            assertThat(gallery.get("/chat").send()).hasStatus(200);
            assertThat(backend.getAddress().getPort()).isPositive();
        } finally {
            backend.stop(0);
        }
    }
}
