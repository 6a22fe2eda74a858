package dev.goldenpath.example.stack.backend;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;

/** The switches of the faults. */
final class FaultRoutes {
    private final Faults faults;
    private final RedisSwitch redis;

    FaultRoutes(Faults faults, RedisSwitch redis) {
        this.faults = faults;
        this.redis = redis;
    }

    void register(RoutesConfig routes) {
        routes.put("/faults/{name}", ctx -> {
            Fault fault = named(ctx);
            if (fault == Fault.REDIS_DOWN) {
                redis.stop();
            }
            faults.switchOn(fault);
            ctx.status(HttpStatus.NO_CONTENT);
        });
        routes.delete("/faults/{name}", ctx -> {
            Fault fault = named(ctx);
            if (fault == Fault.REDIS_DOWN) {
                redis.start();
            }
            faults.switchOff(fault);
            ctx.status(HttpStatus.NO_CONTENT);
        });
    }

    private static Fault named(Context ctx) {
        return Fault.of(ctx.pathParam("name")).orElseThrow(() -> new NotFoundResponse("no such fault"));
    }
}
