package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stack that has ended Redis itself, and perhaps started it again, ends as any other. */
class RedisDownLifecycleTest {
    private FaultyStack stack;
    private LaunchedStack product;
    private Path directory;
    private final Set<ProcessHandle> processes = new HashSet<>();

    @BeforeEach
    void endRedis() throws Exception {
        stack = FaultyStack.start();
        product = stack.product();
        directory = product.directory();
        assertThat(stack.switches().put("/faults/redis-down").status()).isEqualTo(204);
        assertThat(product.launcher().children())
                .noneMatch(child -> child.info().command().orElse("").contains("redis-server"));
        remember();
    }

    private void remember() {
        product.launcher().descendants().forEach(processes::add);
    }

    private void startRedis() {
        assertThat(stack.switches().delete("/faults/redis-down").status()).isEqualTo(204);
        processes.add(product.server("redis-server"));
    }

    @AfterEach
    void leavesNothingBehind() {
        stack.close();
        Await.gone(processes);
        assertThat(processes).hasSizeGreaterThan(3);
        Await.until("the end of " + directory, () -> !directory.toFile().exists());
    }

    @Test
    @Tag("starts")
    void whenAskedToStopWhileRedisIsDown() throws Exception {
        product.launcher().destroy();
        product.awaitExit();

        assertThat(Await.alive(processes)).isEmpty();
        assertThat(product.wholeOutput()).doesNotContain("stack failed");
    }

    @Test
    void whenKilledWhileRedisIsDown() throws Exception {
        product.launcher().destroyForcibly();
        product.awaitExit();
    }

    @Test
    @Tag("starts")
    void whenKilledAfterRedisCameBack() throws Exception {
        startRedis();
        product.launcher().destroyForcibly();
        product.awaitExit();
    }

    @Test
    @Tag("starts")
    void whenTheRedisThatCameBackDies() throws Exception {
        startRedis();
        product.server("redis-server").destroyForcibly();

        assertThat(product.awaitExit()).isEqualTo(1);
        assertThat(product.wholeOutput()).contains("stack failed: redis ended (exit code 137)");
    }
}
