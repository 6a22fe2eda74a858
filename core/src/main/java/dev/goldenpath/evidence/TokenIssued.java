package dev.goldenpath.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes calls a test user's was issued, or used for the first time where it is declared; never the secret itself.
 *
 * @param user the test user's name
 * @param source how it was obtained, for example {@code login}, {@code refresh} or {@code api-key}
 * @param service the service that issued it; absent where none did
 * @param subject the {@code sub} claim; this and the following are absent for an opaque token
 * @param issuer the {@code iss} claim
 * @param audience the {@code aud} claim, empty when there is none
 * @param scopes what it is good for, as the issuer said beside it or it says itself; empty when neither did
 * @param issuedAt the {@code iat} claim
 * @param expiresAt the {@code exp} claim
 * @param clockSkew how far the issuer's clock is ahead of this machine's, good to a second or so; absent where unknown
 * @since 0.1.0
 */
public record TokenIssued(
        String user,
        String source,
        @Nullable String service,
        @Nullable String subject,
        @Nullable String issuer,
        List<String> audience,
        List<String> scopes,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Duration clockSkew)
        implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "token";

    /** Copies the lists. */
    public TokenIssued {
        audience = List.copyOf(audience);
        scopes = List.copyOf(scopes);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
