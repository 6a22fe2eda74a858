package dev.goldenpath.environment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the reading of a configuration has learnt about secrets, besides those that stand at a key for one. Immutable.
 *
 * @param filledIn what {@code ${env:…}}, {@code ${file:…}} and the {@link SecretSource}s have told, at whatever keys
 * @param literal the full key of each secret that stands in the file as it is, and where; empty where the environment is
 *     marked as local by {@code remote: false}
 * @since 0.1.0
 */
public record ReadSecrets(List<Secret> filledIn, Map<String, Origin> literal) {
    /** Nothing. */
    public static final ReadSecrets NONE = new ReadSecrets(List.of(), Map.of());

    /** Copies both. */
    public ReadSecrets {
        filledIn = List.copyOf(filledIn);
        literal = Collections.unmodifiableMap(new TreeMap<>(literal));
    }
}
