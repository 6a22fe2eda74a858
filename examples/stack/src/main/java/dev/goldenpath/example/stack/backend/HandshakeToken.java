package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.token.BearerAuthentication;
import io.javalin.http.Context;
import java.util.Optional;

/** The access token in a handshake, which has more places for it than another request. */
final class HandshakeToken {
    private HandshakeToken() {}

    static Optional<String> of(Context handshake) {
        return BearerAuthentication.tokenOf(handshake)
                .or(() -> Subprotocol.offeredBearer(handshake).map(Subprotocol::tokenIn))
                .or(() -> Optional.ofNullable(handshake.queryParam("access_token")));
    }
}
