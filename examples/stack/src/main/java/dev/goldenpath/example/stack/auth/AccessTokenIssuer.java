package dev.goldenpath.example.stack.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.goldenpath.example.stack.token.TokenRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Signs access tokens. Thread-safe. */
final class AccessTokenIssuer {
    private final Clock clock = Clock.systemUTC();
    private final URI address;
    private final Duration lifetime;
    private final ECKey key;
    private final ECDSASigner signer;

    AccessTokenIssuer(URI address, ECKey key, Duration lifetime) throws JOSEException {
        this.address = address;
        this.key = key;
        this.lifetime = lifetime;
        this.signer = new ECDSASigner(key);
    }

    URI address() {
        return address;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** Returns the public half, for whoever verifies. */
    JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    String issue(Grant grant) {
        Instant now = clock.instant();
        User user = grant.user();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(address.toString())
                .audience(TokenRules.AUDIENCE)
                .subject(user.id().toString())
                .claim(TokenRules.EMAIL_CLAIM, user.email())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString());
        if (grant.clientId() != null) {
            claims.claim("client_id", grant.clientId());
        }
        if (grant.scope() != null) {
            claims.claim("scope", grant.scope());
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException ownKeyAlwaysFits) {
            throw new IllegalStateException(ownKeyAlwaysFits);
        }
        return token.serialize();
    }
}
