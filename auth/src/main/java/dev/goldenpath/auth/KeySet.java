package dev.goldenpath.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.goldenpath.auth.OwnFetch.Document;
import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.TokenSettings;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a service publishes for its tokens: fetched by the first who asks and kept, and fetched again when one
 * is asked for that is not among them, for then the service may have rotated its keys. Thread-safe.
 */
final class KeySet {
    private final ServiceEndpoint service;
    private final @Nullable String path;
    private final @Nullable Discovery discovery;
    private final OwnFetch fetch;
    private final Fetched<List<JWK>> keys;
    private volatile @Nullable Duration clockSkew;

    private KeySet(ServiceEndpoint service, Clients clients, @Nullable String path, @Nullable Discovery discovery) {
        this.service = service;
        this.path = path;
        this.discovery = discovery;
        String what = "the keys of service '" + service.name() + "'";
        String setting = path == null ? "what its discovery document says is right" : "its tokens.keys is right";
        this.fetch = new OwnFetch(
                clients,
                "keys",
                what,
                "See whether service '" + service.name() + "' is well, and whether " + setting + ".");
        this.keys = new Fetched<>(what, this::fetch);
    }

    /** Whether the service says where its keys are. */
    static boolean isDeclared(ServiceEndpoint service) {
        TokenSettings tokens = service.tokens();
        return tokens != null && (tokens.keys() != null || tokens.discovery() != null);
    }

    /**
     * The keys of a service. Makes no call.
     *
     * @param discovery where {@code tokens.keys} is absent; {@code null} where the service has none
     * @throws ConfigurationException when the service does not say where its keys are
     */
    static KeySet of(ServiceEndpoint service, Clients clients, @Nullable Discovery discovery) {
        TokenSettings tokens = service.tokens();
        String path = tokens == null ? null : tokens.keys();
        if (path == null && discovery == null) {
            throw new ConfigurationException(
                    "Service '" + service.name() + "' (" + service.origin()
                            + ") does not say where its keys are. Add the path of its JSON Web Key Set as services."
                            + service.name() + ".tokens.keys in goldenpath.yaml, or that of its discovery document as "
                            + "tokens.discovery.",
                    List.of());
        }
        return new KeySet(service, clients, path, discovery);
    }

    /**
     * All keys, as far as they are known.
     *
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException when they can't be had, or there are none
     * @throws ConfigurationException when they are where no service is declared
     */
    List<JWK> all() {
        return keys.get();
    }

    /** The keys of this {@code kid}, which are fetched again where there is none; empty where the service has none. */
    List<JWK> named(String keyId) {
        return named(keys.get(known -> !named(known, keyId).isEmpty()), keyId);
    }

    /** All keys, which are fetched again where none of them is wanted. */
    List<JWK> all(Predicate<JWK> wanted) {
        return keys.get(known -> known.stream().anyMatch(wanted));
    }

    private static List<JWK> named(List<JWK> keys, String keyId) {
        return keys.stream().filter(key -> keyId.equals(key.getKeyID())).toList();
    }

    /** How far the clock of who publishes them was ahead of ours when last asked; empty where that is not known. */
    Optional<Duration> clockSkew() {
        return Optional.ofNullable(clockSkew);
    }

    private List<JWK> fetch() {
        Document fetched = fetch.get(place());
        clockSkew = fetched.clockSkew();
        try {
            List<JWK> found = JWKSet.parse(fetched.response().text()).getKeys();
            if (found.isEmpty()) {
                throw fetch.notReady(fetched.response(), "there is no key in it");
            }
            return List.copyOf(found);
        } catch (ParseException e) {
            // Without its message: it quotes what stands there.
            throw fetch.notReady(fetched.response(), "it is no JSON Web Key Set");
        }
    }

    private Endpoint place() {
        if (path != null || discovery == null) {
            return new Endpoint(service, String.valueOf(path));
        }
        Endpoint told = discovery.document().keys();
        if (told == null) {
            throw new ConfigurationException(
                    "The discovery document of service '" + service.name() + "' (" + service.origin()
                            + ") names no jwks_uri. Add the path of its JSON Web Key Set as services." + service.name()
                            + ".tokens.keys in goldenpath.yaml.",
                    List.of());
        }
        return told;
    }
}
