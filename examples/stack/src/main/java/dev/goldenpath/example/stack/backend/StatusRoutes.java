package dev.goldenpath.example.stack.backend;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Map;

/** What anyone may know about this process: whether it lives, whether it can work, and which revision it is. */
final class StatusRoutes {
    private final DeepHealth health;
    private final Version version;

    StatusRoutes(DeepHealth health, String revision) {
        this.health = health;
        this.version = new Version(revision, Instant.now());
    }

    private record Version(String revision, Instant startedAt) {}

    void register(RoutesConfig routes) {
        routes.get("/health", ctx -> ctx.json(Map.of("status", "up")));
        routes.get("/api/health/ready", this::ready);
        routes.get("/version", ctx -> ctx.json(version));
    }

    private void ready(Context ctx) {
        DeepHealth.Report report = health.check();
        ctx.status(report.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(report);
    }
}
