package dev.goldenpath.auth;

import dev.goldenpath.client.JsonText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts that are the values of a JSON document. */
final class JsonTexts {
    private final int shortest;
    private final Set<String> found = new LinkedHashSet<>();

    private JsonTexts(int shortest) {
        this.shortest = shortest;
    }

    /** Those of at least so many characters; none of what is no JSON. */
    static Set<String> in(String document, int shortest) {
        JsonTexts texts = new JsonTexts(shortest);
        try {
            texts.collect(JsonText.parse(document).at("").orElse(null));
        } catch (IllegalArgumentException e) {
            // Of what is no JSON, nobody can tell what is a text of its own.
        }
        return texts.found;
    }

    private void collect(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object.values().forEach(this::collect);
        } else if (value instanceof List<?> list) {
            list.forEach(this::collect);
        } else if (value instanceof String text && text.length() >= shortest) {
            found.add(text);
        }
    }
}
