package dev.goldenpath.example.stack.backend;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;

/** What anyone may know about this process: whether it lives, whether it can work, and which revision it is. */
final class StatusRoutes {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><title>Agent chat</title></head><body><div id="app"></div></body></html>
            """;

    private final DeepHealth health;
    private final Deployment deployment;
    private final Faults faults;

    StatusRoutes(DeepHealth health, Deployment deployment, Faults faults) {
        this.health = health;
        this.deployment = deployment;
        this.faults = faults;
    }

    void register(RoutesConfig routes) {
        routes.get("/health", ctx -> ctx.json(Map.of("status", "up")));
        routes.get("/api/health/ready", this::ready);
        routes.get("/version", ctx -> ctx.json(deployment.version()));
    }

    private void ready(Context ctx) {
        if (faults.isOn(Fault.HEALTH_HTML)) {
            ctx.html(PAGE);
            return;
        }
        DeepHealth.Report checked = health.check();
        DeepHealth.Report report = faults.isOn(Fault.HEALTH_DISAGREES) ? checked.butDown() : checked;
        ctx.status(report.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(report);
    }
}
