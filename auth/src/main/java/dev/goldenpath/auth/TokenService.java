package dev.goldenpath.auth;

import com.nimbusds.jose.jwk.KeyUse;
import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.TokenSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is known of the tokens of one service: what is declared, and what the service publishes. Thread-safe. */
final class TokenService {
    private final ServiceEndpoint service;
    private final Clients clients;
    private final Clock clock;
    private final @Nullable Discovery discovery;
    private final @Nullable KeySet keys;
    private volatile @Nullable SigningKey signing;

    TokenService(ServiceEndpoint service, Clients clients, Clock clock) {
        this.service = service;
        this.clients = clients;
        this.clock = clock;
        TokenSettings tokens = service.tokens();
        discovery = tokens != null && tokens.discovery() != null ? Discovery.of(service, clients) : null;
        keys = KeySet.isDeclared(service) ? KeySet.of(service, clients, discovery) : null;
    }

    String name() {
        return service.name();
    }

    Clock clock() {
        return clock;
    }

    Clients clients() {
        return clients;
    }

    /** Where what is known of its tokens was declared. */
    Origin origin() {
        TokenSettings tokens = service.tokens();
        return tokens == null ? service.origin() : tokens.origin();
    }

    String redacted(String text) {
        return clients.redaction().text(text);
    }

    /** An issuer, and how it is known. */
    record Issuer(String name, String source) {}

    /** The issuer of its tokens, as declared, else as discovered; empty where neither says. */
    Optional<Issuer> issuer() {
        TokenSettings tokens = service.tokens();
        if (tokens != null && tokens.issuer() != null) {
            return Optional.of(new Issuer(tokens.issuer(), tokens.origin().toString()));
        }
        return discovery == null
                ? Optional.empty()
                : Optional.of(new Issuer(discovery.document().issuer(), "by its discovery document"));
    }

    /** Of these, its tokens are for one; empty where any will do. */
    List<String> audience() {
        TokenSettings tokens = service.tokens();
        return tokens == null ? List.of() : tokens.audience();
    }

    /** The algorithms that are declared; empty where none are. */
    List<String> declaredAlgorithms() {
        TokenSettings tokens = service.tokens();
        return tokens == null ? List.of() : tokens.algorithms();
    }

    /** Whether the project may sign tokens of it. */
    boolean canSign() {
        TokenSettings tokens = service.tokens();
        return tokens != null && tokens.signing() != null;
    }

    /**
     * The key with which the project may sign.
     *
     * @throws dev.goldenpath.environment.ConfigurationException when there is none, or none that can sign
     */
    SigningKey signing() {
        SigningKey known = signing;
        if (known == null) {
            known = SigningKey.of(service);
            signing = known;
        }
        return known;
    }

    /** The key that verifies what its shared secret signs; empty where it declares none, for none is ever published. */
    Optional<VerifyingKey> secret() {
        return canSign() && signing().algorithm().startsWith("HS")
                ? Optional.of(VerifyingKey.of(signing()))
                : Optional.empty();
    }

    /**
     * All keys for its signatures, as far as they are known.
     *
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException when they can't be had
     * @throws dev.goldenpath.environment.ConfigurationException when nothing says where they are
     */
    List<VerifyingKey> keys() {
        return Stream.concat(secret().stream(), published(null)).toList();
    }

    /** As above, those of this {@code kid}: it is looked for anew where it is unknown. */
    List<VerifyingKey> keys(String keyId) {
        // One without a name can have signed what names any, where the service publishes none.
        List<VerifyingKey> secret =
                secret()
                        .filter(key ->
                                key.keyId() == null ? keys == null : key.keyId().equals(keyId))
                        .stream()
                        .toList();
        return secret.isEmpty() ? published(keyId).toList() : secret;
    }

    /** All keys, fetched again where none of them verifies a token that does not name its key. */
    List<VerifyingKey> keysFor(JwtText token) {
        if (keys != null) {
            keys.all(key -> VerifyingKey.of(key)
                    .filter(known -> known.algorithms().contains(token.algorithm()) && known.verifies(token))
                    .isPresent());
        }
        return keys();
    }

    private Stream<VerifyingKey> published(@Nullable String keyId) {
        if (keys == null && secret().isPresent()) {
            return Stream.empty();
        }
        KeySet known = keys == null ? KeySet.of(service, clients, null) : keys;
        return (keyId == null ? known.all() : known.named(keyId))
                .stream()
                        .filter(key ->
                                key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                        .flatMap(key -> VerifyingKey.of(key).stream());
    }
}
