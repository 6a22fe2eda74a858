package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** The service under test runs in the JVM of the tests. */
@GoldenPath
public class ServedInThisJvm {
    @Test
    void theBackendAnswers(@OnService("inside") ServiceClient inside) {
        assertThat(inside.get("/chat").send()).hasStatus(200);
    }
}
