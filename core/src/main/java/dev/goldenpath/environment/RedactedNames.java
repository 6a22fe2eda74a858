package dev.goldenpath.environment;

import java.util.List;

/**
 * Names whose values are masked wherever they are recorded, besides those that always are. Immutable.
 *
 * @param headers names of headers, as written; their case does not count
 * @param fields names of fields, as written; their case does not count
 * @since 0.1.0
 */
public record RedactedNames(List<String> headers, List<String> fields) {
    /** None besides those that always are. */
    public static final RedactedNames NONE = new RedactedNames(List.of(), List.of());

    /** Copies both lists. */
    public RedactedNames {
        headers = List.copyOf(headers);
        fields = List.copyOf(fields);
    }
}
