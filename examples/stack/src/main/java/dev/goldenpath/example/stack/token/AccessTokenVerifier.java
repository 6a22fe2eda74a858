package dev.goldenpath.example.stack.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;

/** Checks signature, issuer, audience and times of access tokens. Thread-safe. */
public final class AccessTokenVerifier implements TokenCheck {
    /** A burst of tokens with an unknown key id must not become a burst of requests to the auth service. */
    private static final Duration SHORTEST_REFRESH_INTERVAL = Duration.ofSeconds(1);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private AccessTokenVerifier(URI issuer, JWKSource<SecurityContext> keys) {
        processor.setJWTClaimsSetVerifier(TokenClaims.check(issuer, TokenRules.AUDIENCE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    }

    /** Verifies with keys fetched from an address when first needed, and cached. */
    public static AccessTokenVerifier withKeysFrom(URI issuer, URI keySetAddress) throws MalformedURLException {
        return new AccessTokenVerifier(
                issuer,
                JWKSourceBuilder.create(keySetAddress.toURL())
                        .rateLimited(SHORTEST_REFRESH_INTERVAL.toMillis())
                        .retrying(true)
                        .build());
    }

    /** Verifies with keys at hand. */
    public static AccessTokenVerifier withKeys(URI issuer, JWKSet keys) {
        return new AccessTokenVerifier(issuer, new ImmutableJWKSet<>(keys));
    }

    @Override
    public AccessToken verify(String token) throws InvalidTokenException {
        try {
            return TokenClaims.read(processor.process(token, null));
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidTokenException("malformed", e);
        } catch (ExpiredJWTException e) {
            throw new InvalidTokenException("expired", e);
        } catch (BadJWTException e) {
            throw new InvalidTokenException("claims rejected", e);
        } catch (BadJWSException e) {
            throw new InvalidTokenException("bad signature", e);
        } catch (BadJOSEException | RateLimitReachedException e) {
            throw new InvalidTokenException("unknown key", e);
        } catch (KeySourceException e) {
            throw new KeysUnavailableException(e);
        } catch (JOSEException e) {
            throw new InvalidTokenException("malformed", e);
        }
    }
}
