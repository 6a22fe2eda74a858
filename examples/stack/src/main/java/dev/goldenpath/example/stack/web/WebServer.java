package dev.goldenpath.example.stack.web;

import dev.goldenpath.example.stack.store.StoreException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.json.JavalinJackson;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server as both services set it up. */
public final class WebServer {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final String HOST = "127.0.0.1";

    private WebServer() {}

    /** Starts a server on loopback; returns when it listens. */
    public static Javalin start(int port, Consumer<RoutesConfig> routes) {
        return Javalin.create(config -> {
                    configure(config);
                    errors(config.routes);
                    routes.accept(config.routes);
                })
                .start(HOST, port);
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
        config.requestLogger.http(WebServer::log);
        config.requestLogger.ws(sockets -> sockets.onUpgrade(WebServer::log));
    }

    private static void log(Context ctx, float milliseconds) {
        // Probes come every second and would bury the requests that matter.
        if (!ctx.path().contains("/health")) {
            LOG.info("{} {} {} in {} ms", ctx.method(), ctx.path(), ctx.statusCode(), Math.round(milliseconds));
        }
    }

    private static void errors(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            if (e.getStatus() == HttpStatus.UNAUTHORIZED.getCode()) {
                ctx.header(Header.WWW_AUTHENTICATE, "Bearer");
            }
            if (e instanceof MethodNotAllowedResponse) {
                ctx.header(Header.ALLOW, e.getDetails().getOrDefault("availableMethods", ""));
            }
            answer(ctx, e.getStatus(), String.valueOf(e.getMessage()));
        });
        routes.exception(StoreException.class, (e, ctx) -> {
            LOG.warn("{} {}: {}", ctx.method(), ctx.path(), e.getMessage());
            if (e.isUnavailable()) {
                answer(ctx, HttpStatus.SERVICE_UNAVAILABLE.getCode(), "the database is unavailable");
            } else {
                answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "internal error");
            }
        });
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "internal error");
        });
    }

    private static void answer(Context ctx, int status, String error) {
        ctx.status(status).json(Map.of("error", error));
    }
}
