package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P3;
import dev.goldenpath.readiness.Requires;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@GoldenPath
@P3
class HealthGoldenPathIT {

    @Requires("redis")
    @TestFactory
    Stream<DynamicTest> everyServiceIsUp(
            @OnService("auth") ServiceClient auth, @OnService("backend") ServiceClient backend) {
        return Stream.of(
                dynamicTest(
                        "auth",
                        () -> assertThat(auth.get("/auth/health").send()).hasStatus(200)),
                dynamicTest(
                        "backend",
                        () -> assertThat(backend.get("/health").send()).hasStatus(200)),
                dynamicTest(
                        "postgres",
                        () -> assertThat(backend.get("/api/health/ready").send())
                                .hasJson("/checks/postgresql/status", "up")),
                dynamicTest(
                        "redis",
                        () -> assertThat(backend.get("/api/health/ready").send())
                                .hasJson("/checks/redis/status", "up")));
    }

    @Test
    void theRevisionIsTold(ServiceClient backend) {
        ServiceResponse version = backend.get("/version").send();

        assertThat(version).hasStatus(200);
        assertThat(version.at("/revision", String.class)).isNotBlank();
    }
}
