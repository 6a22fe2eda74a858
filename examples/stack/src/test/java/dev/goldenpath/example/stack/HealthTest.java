package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.example.stack.Api.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.core.ExecutableProvider;

@ExtendWith(SharedStack.class)
class HealthTest {
    private final LaunchedStack stack;

    HealthTest(LaunchedStack stack) {
        this.stack = stack;
    }

    @Test
    void namesEveryDependencyWithItsResponseTime() {
        Answer ready = stack.backend().get("/api/health/ready");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text("/status")).isEqualTo("up");
        assertThat(ready.body().get("checks").fieldNames()).toIterable().containsExactly("postgresql", "redis", "auth");
        assertThat(ready.body().get("checks")).allSatisfy(check -> {
            assertThat(check.get("status").asText()).isEqualTo("up");
            assertThat(check.get("response_ms").asDouble()).isNotNegative();
        });
        assertThat(stack.backend().get("/health").body()).hasToString("{\"status\":\"up\"}");
    }

    @Test
    void noticesTheLossOfRedisOnlyInTheDeepCheckAndRecovers(@TempDir Path directory) throws IOException {
        int port = SecondBackend.freePort();
        Process redis = startRedis(port, directory);
        try (SecondBackend backend = new SecondBackend(stack, port, directory)) {
            ProcessHandle.of(redis.pid()).orElseThrow().destroyForcibly();
            Await.gone(List.of(redis.toHandle()));

            Answer ready = backend.api().get("/api/health/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.text("/status")).isEqualTo("down");
            assertThat(ready.text("/checks/redis/status")).isEqualTo("down");
            assertThat(ready.text("/checks/redis/error")).isNotBlank();
            assertThat(ready.text("/checks/postgresql/status")).isEqualTo("up");
            assertThat(backend.api().get("/health").status()).isEqualTo(200);

            redis = startRedis(port, directory);
            Await.until("recovery", () -> backend.api().get("/api/health/ready").status() == 200);
        } finally {
            redis.destroy();
            Await.gone(List.of(redis.toHandle()));
        }
    }

    private static Process startRedis(int port, Path directory) throws IOException {
        String program = ExecutableProvider.newJarResourceProvider(directory.toFile())
                .get()
                .getPath();
        return new ProcessBuilder(program, "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
