package dev.goldenpath.example.stack.token;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;

/** Finds out who sent a request. Thread-safe. */
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
     * Returns the caller's token.
     *
     * @throws UnauthorizedResponse if the header is absent or its token is not valid
     */
    public AccessToken require(Context request) {
        return verify(tokenOf(request).orElseThrow(() -> new UnauthorizedResponse("bearer token missing")));
    }

    /** Like {@link #require}, for a token found elsewhere in the request. */
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
