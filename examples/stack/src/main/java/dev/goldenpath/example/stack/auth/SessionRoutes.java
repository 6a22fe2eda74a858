package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.credential.Credential;
import dev.goldenpath.example.stack.credential.Credential.Kind;
import dev.goldenpath.example.stack.credential.Credentials;
import dev.goldenpath.example.stack.web.JsonBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;

/** Where a session begins and ends. */
final class SessionRoutes {
    private static final int LONGEST_TEXT = 4_096;
    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax";

    private final Users users;
    private final Sessions sessions;

    SessionRoutes(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    void register(RoutesConfig routes) {
        routes.post("/auth/session", this::begin);
        routes.delete("/auth/session", this::end);
    }

    private void begin(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        User user = users.authenticate(body.text("email", LONGEST_TEXT), body.text("password", LONGEST_TEXT))
                .orElseThrow(() -> new UnauthorizedResponse("invalid_credentials"));
        answer(ctx, sessions.begin(user.id()) + ATTRIBUTES);
    }

    private void end(Context ctx) {
        boolean ended = Credentials.only(Credentials.allIn(ctx))
                .filter(shown -> shown.kind() == Kind.SESSION)
                .map(Credential::value)
                .filter(sessions::end)
                .isPresent();
        if (!ended) {
            throw new UnauthorizedResponse("no such session");
        }
        answer(ctx, ATTRIBUTES + "; Max-Age=0");
    }

    private static void answer(Context ctx, String cookie) {
        ctx.header("Cache-Control", "no-store");
        ctx.header("Set-Cookie", Credentials.SESSION_COOKIE + "=" + cookie);
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
