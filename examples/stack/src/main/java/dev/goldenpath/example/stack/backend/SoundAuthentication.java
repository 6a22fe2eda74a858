package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.token.BearerAuthentication;
import dev.goldenpath.example.stack.token.TokenCheck;
import io.javalin.http.Context;
import java.util.Optional;

/** Takes a caller for whom valid credentials say. Thread-safe. */
final class SoundAuthentication implements Authentication {
    private final BearerAuthentication tokens;

    SoundAuthentication(TokenCheck tokens) {
        this.tokens = new BearerAuthentication(tokens);
    }

    @Override
    public Caller require(Context request) {
        return BearerAuthentication.tokenOf(request).map(this::ofToken).orElseThrow(NoCredentials::new);
    }

    @Override
    public Caller requireOfHandshake(Context handshake) {
        return findInHandshake(handshake).orElseThrow(NoCredentials::new);
    }

    @Override
    public Optional<Caller> findInHandshake(Context handshake) {
        return HandshakeToken.of(handshake).map(this::ofToken);
    }

    @Override
    public Caller ofToken(String token) {
        return Caller.by(tokens.verify(token));
    }
}
