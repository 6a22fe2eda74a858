package dev.goldenpath.auth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and compares the values of claims. */
final class ClaimValues {
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    private ClaimValues() {}

    /** A copy that nobody can change, without what is {@code null}. */
    static Map<String, Object> frozen(Map<?, ?> object) {
        Map<String, Object> frozen = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (value != null) {
                frozen.put(String.valueOf(name), frozen(value));
            }
        });
        return Collections.unmodifiableMap(frozen);
    }

    private static Object frozen(Object value) {
        if (value instanceof Map<?, ?> object) {
            return frozen(object);
        }
        return value instanceof List<?> list
                ? list.stream()
                        .filter(Objects::nonNull)
                        .map(ClaimValues::frozen)
                        .toList()
                : value;
    }

    /** A text as a list of one, or a list of texts. */
    static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }

    /** The words of a text, or those of a list. */
    static List<String> words(Object value) {
        List<String> words = new ArrayList<>();
        texts(value).forEach(text -> words.addAll(Scopes.of(text)));
        return List.copyOf(words);
    }

    /** Seconds since 1970; empty where it is no number. */
    static Optional<Instant> instant(Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(number.toString());
        if (seconds.abs().compareTo(LAST_SECOND) >= 0) {
            return Optional.of(seconds.signum() < 0 ? Instant.MIN : Instant.MAX);
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        return Optional.of(Instant.ofEpochSecond(whole.longValueExact(), nanos));
    }

    /** Whether two values are the same JSON: numbers by their value, lists in order, objects in any. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return new BigDecimal(first.toString()).compareTo(new BigDecimal(second.toString())) == 0;
        }
        if (one instanceof Collection<?> first && other instanceof Collection<?> second) {
            List<?> rest = new ArrayList<>(second);
            return first.size() == rest.size() && sameItems(List.copyOf(first), rest);
        }
        if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
            return first.keySet().equals(second.keySet())
                    && first.keySet().stream().allMatch(name -> same(first.get(name), second.get(name)));
        }
        return Objects.equals(one, other);
    }

    private static boolean sameItems(List<?> first, List<?> second) {
        for (int i = 0; i < first.size(); i++) {
            if (!same(first.get(i), second.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** For messages: {@code 'a text'}, {@code 3}, {@code ['a', 'b']}. */
    static String inWords(Object value) {
        if (value instanceof Collection<?> list) {
            return "["
                    + String.join(", ", list.stream().map(ClaimValues::inWords).toList()) + "]";
        }
        return value instanceof String text ? "'" + text + "'" : value.toString();
    }
}
