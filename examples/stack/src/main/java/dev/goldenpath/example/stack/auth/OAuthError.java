package dev.goldenpath.example.stack.auth;

import io.javalin.http.HttpStatus;
import java.util.Map;

/** A refusal of the token endpoint, as RFC 6749 has it in section 5.2. */
final class OAuthError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    private OAuthError(String code, String description) {
        super(description);
        this.code = code;
    }

    static OAuthError invalidRequest(String description) {
        return new OAuthError("invalid_request", description);
    }

    static OAuthError invalidClient() {
        return new OAuthError("invalid_client", "the client is unknown, or not who it says it is");
    }

    static OAuthError invalidGrant(String description) {
        return new OAuthError("invalid_grant", description);
    }

    static OAuthError invalidScope(String description) {
        return new OAuthError("invalid_scope", description);
    }

    static OAuthError unauthorizedClient() {
        return new OAuthError("unauthorized_client", "this grant is not for this client");
    }

    static OAuthError unsupportedGrantType() {
        return new OAuthError(
                "unsupported_grant_type", "grant_type must be client_credentials, password or refresh_token");
    }

    /** Only a client that has not proved itself is told to do so. */
    HttpStatus status() {
        return code.equals("invalid_client") ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST;
    }

    Map<String, String> body() {
        return Map.of("error", code, "error_description", String.valueOf(getMessage()));
    }
}
