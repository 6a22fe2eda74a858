package dev.goldenpath.environment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the business earns with the things tests protect.
 *
 * @param currency as written in the file, empty when no revenue is declared
 * @param monthly amount per month by name, in the order of the file
 * @since 0.1.0
 */
public record Revenue(String currency, Map<String, BigDecimal> monthly) {

    /** Copies the amounts, keeping their order. */
    public Revenue {
        monthly = Collections.unmodifiableMap(new LinkedHashMap<>(monthly));
    }
}
