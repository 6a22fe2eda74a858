package dev.goldenpath.example.stack.backend;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The faults that are switched on, none at first, and their switches. Thread-safe. */
final class Faults {
    private final Set<Fault> on = ConcurrentHashMap.newKeySet();

    boolean isOn(Fault fault) {
        return on.contains(fault);
    }

    void register(RoutesConfig routes) {
        routes.put("/faults/{name}", ctx -> {
            on.add(named(ctx));
            ctx.status(HttpStatus.NO_CONTENT);
        });
        routes.delete("/faults/{name}", ctx -> {
            on.remove(named(ctx));
            ctx.status(HttpStatus.NO_CONTENT);
        });
    }

    private static Fault named(Context ctx) {
        return Fault.of(ctx.pathParam("name")).orElseThrow(() -> new NotFoundResponse("no such fault"));
    }
}
