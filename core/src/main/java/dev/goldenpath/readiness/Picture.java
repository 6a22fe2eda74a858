package dev.goldenpath.readiness;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * How all services are at one time.
 *
 * @param conditions by name, in the order of the file
 */
record Picture(Map<String, Condition> conditions) {

    /** How a declared service is. */
    Condition of(String service) {
        return Objects.requireNonNull(conditions.get(service), service);
    }

    /** All of them, in the order of the file. */
    Collection<Condition> all() {
        return conditions.values();
    }
}
