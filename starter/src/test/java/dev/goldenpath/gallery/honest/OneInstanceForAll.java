package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One instance, and one client, for all tests. */
@GoldenPath
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class OneInstanceForAll {
    @OnService("gallery")
    @AsUser("alice")
    ServiceClient gallery;

    @Test
    void aliceIsGreeted() {
        assertThat(gallery.get("/chat").send()).hasJson("/user", "alice");
    }

    @Test
    void aliceIsGreetedAgain() {
        assertThat(gallery.get("/chat").send()).hasJson("/user", "alice");
    }
}
