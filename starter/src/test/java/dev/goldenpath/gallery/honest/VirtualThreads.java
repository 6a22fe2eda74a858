package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Calls on virtual threads. */
@GoldenPath
public class VirtualThreads {
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aliceIsGreeted(@OnService("gallery") @AsUser("alice") ServiceClient gallery) throws Exception {
        ExecutorService threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        Future<?> call =
                threads.submit(() -> assertThat(gallery.get("/chat").send()).hasJson("/user", "alice"));
        assertThat(call.get()).isNotNull();
        threads.shutdown();
    }
}
