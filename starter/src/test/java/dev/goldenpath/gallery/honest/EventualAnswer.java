package dev.goldenpath.gallery.honest;

import static dev.goldenpath.http.Eventually.upTo;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An answer that is asked for until it is there. */
@GoldenPath
public class EventualAnswer {
    @Test
    void aliceIsGreetedInTheEnd(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        AtomicInteger tries = new AtomicInteger();
        upTo(ofSeconds(10)).untilAsserted(() -> {
            assertThat(gallery.get("/chat").send()).hasJson("/user", "alice");
            assertThat(tries.incrementAndGet()).isGreaterThan(2);
        });
    }
}
