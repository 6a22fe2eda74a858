package dev.goldenpath.auth;

import dev.goldenpath.auth.OwnFetch.Document;
import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.TokenSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect discovery document of a service, fetched by the first who asks and kept; a failure is not kept.
 * Thread-safe.
 */
final class Discovery {
    private final ServiceEndpoint service;
    private final Clients clients;
    private final String path;
    private final OwnFetch fetch;
    private final Fetched<DiscoveryDocument> document;

    private Discovery(ServiceEndpoint service, Clients clients, String path) {
        this.service = service;
        this.clients = clients;
        this.path = path;
        String what = "the discovery document of service '" + service.name() + "'";
        this.fetch = new OwnFetch(
                clients,
                "discovery",
                what,
                "See whether service '" + service.name() + "' is well, and whether its tokens.discovery is right.");
        this.document = new Fetched<>(what, this::fetch);
    }

    /**
     * The discovery of a service. Makes no call.
     *
     * @throws ConfigurationException when the service declares none
     */
    static Discovery of(ServiceEndpoint service, Clients clients) {
        TokenSettings tokens = service.tokens();
        String path = tokens == null ? null : tokens.discovery();
        if (path == null) {
            throw new ConfigurationException(
                    "Service '" + service.name() + "' (" + service.origin()
                            + ") declares no discovery. Add the path of its discovery document as services."
                            + service.name() + ".tokens.discovery in goldenpath.yaml.",
                    List.of());
        }
        return new Discovery(service, clients, path);
    }

    /**
     * What the document says.
     *
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException when it can't be had, or says too little
     */
    DiscoveryDocument document() {
        return document.get();
    }

    private DiscoveryDocument fetch() {
        Document fetched = fetch.get(new Endpoint(service, path));
        String issuer = required(fetched, "issuer").toString();
        URI token = required(fetched, "token_endpoint");
        URI keys = url(fetched, "jwks_uri").orElse(null);
        return new DiscoveryDocument(issuer, token, keys, clients.environment(), service);
    }

    private URI required(Document fetched, String name) {
        return url(fetched, name).orElseThrow(() -> fetch.notReady(fetched.response(), "it has no " + name));
    }

    private Optional<URI> url(Document fetched, String name) {
        return fetched.json().at("/" + name).map(value -> {
            URI url = absolute(value.toString());
            if (url == null) {
                throw fetch.notReady(fetched.response(), "its " + name + " is no http or https url");
            }
            return url;
        });
    }

    private static @Nullable URI absolute(String text) {
        try {
            URI url = URI.create(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return web && url.getHost() != null ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
