package dev.goldenpath.users;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of the same call by many users at the same instant.
 *
 * @param <T> an outcome
 * @since 0.1.0
 */
public final class Race<T> {
    private final Map<T, List<String>> users;
    private final Duration began;

    Race(Map<T, List<String>> users, Duration began) {
        this.users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
        this.began = began;
    }

    /** How often there was each outcome. */
    public Map<T, Integer> outcomes() {
        Map<T, Integer> counts = new LinkedHashMap<>();
        users.forEach((outcome, whose) -> counts.put(outcome, whose.size()));
        return Collections.unmodifiableMap(counts);
    }

    /** The names of the users who had this outcome; none where nobody had. */
    public List<String> usersWith(T outcome) {
        return users.getOrDefault(outcome, List.of());
    }

    /** From the moment the first began its call to that at which the last did. */
    public Duration beganWithin() {
        return began;
    }

    /** As {@code 1 × 201 (free3), 19 × 409}. */
    @Override
    public String toString() {
        return users.entrySet().stream()
                .map(outcome -> outcome.getValue().size() + " × " + outcome.getKey()
                        + (outcome.getValue().size() == 1
                                ? " (" + outcome.getValue().get(0) + ")"
                                : ""))
                .collect(Collectors.joining(", "));
    }
}
