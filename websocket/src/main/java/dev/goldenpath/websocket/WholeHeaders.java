package dev.goldenpath.websocket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts headers together again that Tyrus has split at every comma, those within a date included. */
final class WholeHeaders {
    /** Between two cookies, each of which begins with its name; in a date no equals sign follows. */
    private static final Pattern BETWEEN_COOKIES = Pattern.compile(",\\s*(?=[^;=,\\s]+=)");

    private WholeHeaders() {}

    /** Each with one value, save that every cookie is set by a value of its own. */
    static Map<String, List<String>> of(Map<String, List<String>> split) {
        Map<String, List<String>> whole = new LinkedHashMap<>();
        split.forEach((name, parts) -> {
            String value = String.join(", ", parts);
            whole.put(
                    name, name.equalsIgnoreCase("Set-Cookie") ? List.of(BETWEEN_COOKIES.split(value)) : List.of(value));
        });
        return whole;
    }
}
