package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.credential.Credential;
import dev.goldenpath.example.stack.credential.Credential.Kind;
import dev.goldenpath.example.stack.credential.Credentials;
import dev.goldenpath.example.stack.token.BearerAuthentication;
import dev.goldenpath.example.stack.token.TokenCheck;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Takes a caller for whom valid credentials say: access tokens are checked here, all others by the auth service. Thread-safe. */
final class SoundAuthentication implements Authentication {
    private final BearerAuthentication tokens;
    private final AuthClient auth;

    SoundAuthentication(TokenCheck tokens, AuthClient auth) {
        this.tokens = new BearerAuthentication(tokens);
        this.auth = auth;
    }

    @Override
    public Caller require(Context request) {
        return Credentials.only(Credentials.allIn(request))
                .map(this::callerWith)
                .orElseThrow(NoCredentials::new);
    }

    @Override
    public Caller requireOfHandshake(Context handshake) {
        return findInHandshake(handshake).orElseThrow(NoCredentials::new);
    }

    @Override
    public Optional<Caller> findInHandshake(Context handshake) {
        List<Credential> found = Credentials.allIn(handshake);
        if (found.stream().noneMatch(shown -> shown.kind() == Kind.BEARER)) {
            HandshakeToken.of(handshake).ifPresent(token -> found.add(new Credential(Kind.BEARER, token)));
        }
        return Credentials.only(found).map(this::callerWith);
    }

    @Override
    public Caller ofToken(String token) {
        return Caller.by(tokens.verify(token));
    }

    private Caller callerWith(Credential shown) {
        return shown.kind() == Kind.BEARER ? ofToken(shown.value()) : auth.callerWith(shown);
    }
}
