package dev.goldenpath.example.stack.backend;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;

/** Finds out who the caller is. Credentials that are not valid are refused: each method throws {@link UnauthorizedResponse}. */
interface Authentication {
    /**
     * Returns who sent a request.
     *
     * @throws NoCredentials if it does not say
     */
    Caller require(Context request);

    /**
     * Returns who wants a socket.
     *
     * @throws NoCredentials if the handshake does not say
     */
    Caller requireOfHandshake(Context handshake);

    /** Returns who wants a socket; empty if the handshake does not say. */
    Optional<Caller> findInHandshake(Context handshake);

    /** Returns whose access token this is. */
    Caller ofToken(String token);

    /** There are none, so that there is nothing that could be valid. */
    final class NoCredentials extends UnauthorizedResponse {
        private static final long serialVersionUID = 1;

        NoCredentials() {
            super("bearer token missing");
        }
    }
}
