package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A call on a thread that the test starts. */
@GoldenPath
public class ChildThread {
    @Test
    void aliceIsGreeted(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        assertThat(CompletableFuture.supplyAsync(() -> gallery.get("/chat").send())
                        .join())
                .hasJson("/user", "alice");
    }
}
