package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that run at the same time. */
@GoldenPath
@Execution(ExecutionMode.CONCURRENT)
public class ParallelCalls {
    @RepeatedTest(8)
    void aliceIsGreeted(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        for (int i = 0; i < 5; i++) {
            assertThat(gallery.get("/chat").send()).hasJson("/user", "alice");
        }
    }
}
