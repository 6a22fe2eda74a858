package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.token.TokenRules;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A refusal that tells more than it should: where it was made, and of which token of whom. */
final class LeakyRefusal {
    private LeakyRefusal() {}

    static UnauthorizedResponse of(UnauthorizedResponse refusal, Context request) {
        StringWriter text = new StringWriter();
        refusal.printStackTrace(new PrintWriter(text, true));
        HandshakeToken.of(request).ifPresent(token -> {
            text.append("token: ").append(token).append('\n');
            RawToken.parse(token)
                    .map(raw -> raw.payloadFields().get(TokenRules.EMAIL_CLAIM))
                    .ifPresent(email -> text.append("user: ").append(email.toString()));
        });
        return new UnauthorizedResponse(text.toString());
    }
}
