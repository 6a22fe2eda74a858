package dev.goldenpath.auth;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenID Connect discovery document says. A place in it is looked for among the declared services only when it
 * is asked for, for not every user of it needs them all. Immutable.
 */
final class DiscoveryDocument {
    private final String issuer;
    private final URI tokenEndpoint;
    private final @Nullable URI jwksUri;
    private final Environment environment;
    private final ServiceEndpoint service;

    DiscoveryDocument(
            String issuer, URI tokenEndpoint, @Nullable URI jwksUri, Environment environment, ServiceEndpoint service) {
        this.issuer = issuer;
        this.tokenEndpoint = tokenEndpoint;
        this.jwksUri = jwksUri;
        this.environment = environment;
        this.service = service;
    }

    /** What {@code iss} has to be in the tokens: an http or https url. */
    String issuer() {
        return issuer;
    }

    /**
     * Where tokens are asked for.
     *
     * @throws dev.goldenpath.environment.ConfigurationException when no service is declared there
     */
    Endpoint token() {
        return Endpoint.of(tokenEndpoint, environment, service, "token_endpoint");
    }

    /**
     * Where the keys are; {@code null} where the document does not say.
     *
     * @throws dev.goldenpath.environment.ConfigurationException when no service is declared there
     */
    @Nullable
    Endpoint keys() {
        return jwksUri == null ? null : Endpoint.of(jwksUri, environment, service, "jwks_uri");
    }
}
