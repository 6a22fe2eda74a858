package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junitpioneer.jupiter.RetryingTest;

/** A test that another extension runs again when it fails. */
@GoldenPath
public class RetriedCall {
    private static final AtomicInteger RUNS = new AtomicInteger();

    @RetryingTest(2)
    void aliceIsGreetedAtLast(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasJson("/user", RUNS.incrementAndGet() % 2 == 1 ? "bob" : "alice");
    }
}
