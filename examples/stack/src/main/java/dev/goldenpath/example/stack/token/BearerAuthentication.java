package dev.goldenpath.example.stack.token;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;

/** Checks access tokens for an HTTP interface. Thread-safe. */
public final class BearerAuthentication {
    private static final String SCHEME = "Bearer ";

    private final TokenCheck verifier;

    public BearerAuthentication(TokenCheck verifier) {
        this.verifier = verifier;
    }

    /** Returns the token in the Authorization header. */
    public static Optional<String> tokenOf(Context request) {
        return Optional.ofNullable(request.header(Header.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).trim());
    }

    /**
     * Returns what a token says.
     *
     * @throws UnauthorizedResponse if it is not valid
     */
    public AccessToken verify(String token) {
        try {
            return verifier.verify(token);
        } catch (InvalidTokenException e) {
            throw new UnauthorizedResponse("bearer token not valid: " + e.reason());
        } catch (KeysUnavailableException e) {
            throw new ServiceUnavailableResponse("the auth service is unavailable");
        }
    }
}
