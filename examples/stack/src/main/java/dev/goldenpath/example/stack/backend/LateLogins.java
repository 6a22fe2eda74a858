package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.backend.BackendTimer.Timeout;
import dev.goldenpath.example.stack.web.JsonBody;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.websocket.WsCloseStatus;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.time.Duration;
import java.util.Optional;

/** The sockets whose handshakes carried no token: their first messages have to, and soon. Thread-safe. */
final class LateLogins {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String TIMEOUT = "login-timeout";
    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_TOKEN = 10_000;

    private final Authentication authentication;
    private final BackendTimer timer;

    LateLogins(Authentication authentication, BackendTimer timer) {
        this.authentication = authentication;
        this.timer = timer;
    }

    /** Gives a socket its time. */
    void await(WsContext ctx) {
        ctx.attribute(TIMEOUT, timer.in(PATIENCE, () -> refuse(ctx)));
    }

    /** Returns whose valid token is in a socket's first message; closes the socket if there is none. */
    Optional<Caller> callerIn(WsMessageContext ctx) {
        forget(ctx);
        try {
            return Optional.of(authentication.ofToken(token(JsonBody.of(ctx.message()))));
        } catch (BadRequestResponse | UnauthorizedResponse noToken) {
            refuse(ctx);
            return Optional.empty();
        }
    }

    private static String token(JsonBody message) {
        if (!message.text("type", LONGEST_TYPE).equals("authenticate")) {
            throw new BadRequestResponse("field 'type' must be 'authenticate'");
        }
        return message.text("token", LONGEST_TOKEN);
    }

    void forget(WsContext ctx) {
        Optional.<Timeout>ofNullable(ctx.attribute(TIMEOUT)).ifPresent(Timeout::cancel);
    }

    private static void refuse(WsContext ctx) {
        ctx.closeSession(WsCloseStatus.POLICY_VIOLATION, "authenticate first");
    }
}
