package dev.goldenpath.environment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What in an answer tells that it is no real work. Immutable. A {@link Pattern} equals itself alone, so two of these
 * with fields are equal only where they share theirs.
 *
 * @param words markers where one is the whole of a JSON text, in any case; in lower case, in the order of the file
 * @param fields patterns of which a match with any part of a field is a marker; by a JSON Pointer, which starts with a
 *     slash, or by the name of a field, wherever it stands
 * @since 0.1.0
 */
public record PayloadMarkers(List<String> words, Map<String, Pattern> fields) {
    /** What holds where the file says nothing. */
    public static final PayloadMarkers DEFAULT =
            new PayloadMarkers(List.of("mock", "fallback", "demo", "stub", "placeholder"), Map.of());

    /** Copies both, keeping their order. */
    public PayloadMarkers {
        words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
