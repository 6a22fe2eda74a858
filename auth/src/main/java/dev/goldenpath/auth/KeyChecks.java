package dev.goldenpath.auth;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with how a token is signed, each in one sentence; empty where nothing is. */
final class KeyChecks {
    private static final Optional<String> SOUND = Optional.empty();

    private final Jwt jwt;
    private final TokenService service;

    KeyChecks(Jwt jwt) {
        this.jwt = jwt;
        this.service = jwt.service();
    }

    /** Its key is one of the service's; it need name none where they have no names. */
    Optional<String> knownKey() {
        String keyId = jwt.keyId().orElse(null);
        if (keyId == null) {
            if (service.keys().stream().allMatch(key -> key.keyId() == null)) {
                return SOUND;
            }
            return Optional.of(
                    "It has no kid, so nothing says which key of service '" + service.name() + "' signed it.");
        }
        return service.keys(keyId).isEmpty() ? Optional.of(unknown(keyId)) : SOUND;
    }

    private String unknown(String keyId) {
        String known = service.keys().stream()
                .map(VerifyingKey::keyId)
                .filter(Objects::nonNull)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
        return "Its kid '" + keyId + "' names no key of service '" + service.name() + "', which has "
                + (known.isEmpty() ? "none with a kid." : known + ".");
    }

    /** Its algorithm is one that the service signs with. */
    Optional<String> allowedAlgorithm() {
        if (isUnsigned()) {
            return unsigned();
        }
        List<String> declared = service.declaredAlgorithms();
        List<String> allowed = declared.isEmpty()
                ? service.keys().stream()
                        .flatMap(key -> key.algorithms().stream())
                        .distinct()
                        .toList()
                : declared;
        return allowed.contains(jwt.algorithm())
                ? SOUND
                : Optional.of("Its alg " + jwt.algorithm() + " is not allowed: "
                        + (declared.isEmpty()
                                ? "the keys of service '" + service.name() + "' are for "
                                : "service '" + service.name() + "' (" + service.origin() + ") allows ")
                        + String.join(", ", allowed) + ".");
    }

    /** Its signature is that of a key of the service. */
    Optional<String> signature() {
        if (isUnsigned()) {
            return unsigned();
        }
        if (jwt.header("crit").isPresent()) {
            return Optional.of("Its header says with crit what has to be understood, and nothing here does: "
                    + ClaimValues.inWords(jwt.header("crit").get()) + ".");
        }
        String keyId = jwt.keyId().orElse(null);
        List<VerifyingKey> candidates = keyId == null ? service.keysFor(jwt.text()) : service.keys(keyId);
        if (candidates.isEmpty()) {
            return keyId == null
                    ? Optional.of("Service '" + service.name() + "' has no key that could have signed it.")
                    : Optional.of(unknown(keyId));
        }
        List<VerifyingKey> fitting = candidates.stream()
                .filter(key -> key.algorithms().contains(jwt.algorithm()))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.of(misfit(candidates));
        }
        return fitting.stream().anyMatch(key -> key.verifies(jwt.text())) ? SOUND : Optional.of(wrong(keyId));
    }

    private String misfit(List<VerifyingKey> candidates) {
        if (jwt.keyId().isEmpty()) {
            return "Its alg is " + jwt.algorithm() + ", and no key of service '" + service.name() + "' is for that.";
        }
        VerifyingKey key = candidates.get(0);
        return "Its alg is " + jwt.algorithm() + ", but the key '" + key.keyId() + "' of service '" + service.name()
                + "' is " + key.inWords() + " for " + String.join(", ", key.algorithms()) + ".";
    }

    private String wrong(@Nullable String keyId) {
        return "Its signature is that of "
                + (keyId == null ? "no key" : "another key than '" + keyId + "'") + " of service '" + service.name()
                + "', or was made for another header or payload.";
    }

    private boolean isUnsigned() {
        return jwt.algorithm().equalsIgnoreCase("none");
    }

    private static Optional<String> unsigned() {
        return Optional.of("Its alg is none: it is not signed.");
    }
}
