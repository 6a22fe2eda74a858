package dev.goldenpath.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token was issued to a test user; never the token itself.
 *
 * @param user the test user's name
 * @param source how it was obtained, for example {@code login} or {@code refresh}
 * @param service the service that issued it
 * @param subject the {@code sub} claim; this and the following are absent for an opaque token
 * @param issuer the {@code iss} claim
 * @param audience the {@code aud} claim, empty when there is none
 * @param issuedAt the {@code iat} claim
 * @param expiresAt the {@code exp} claim
 * @since 0.1.0
 */
public record TokenIssued(
        String user,
        String source,
        String service,
        @Nullable String subject,
        @Nullable String issuer,
        List<String> audience,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt)
        implements Evidence {

    /** Copies the audience. */
    public TokenIssued {
        audience = List.copyOf(audience);
    }

    @Override
    public String kind() {
        return "token";
    }
}
