package dev.goldenpath.example.stack.auth;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words in the parameter {@code scope}. */
final class Scopes {
    /** All there are. */
    static final List<String> KNOWN = List.of("chat", "history");

    private Scopes() {}

    /**
     * Returns what is granted of what is asked for: all of it, each word once.
     *
     * @throws OAuthError if a word is not allowed
     */
    static Optional<String> grant(Optional<String> asked, Collection<String> allowed) {
        return asked.map(text -> {
            Set<String> words = words(text);
            if (words.isEmpty() || !allowed.containsAll(words)) {
                throw OAuthError.invalidScope(
                        allowed.isEmpty() ? "no scope was granted" : "scope must be of " + String.join(", ", allowed));
            }
            return String.join(" ", words);
        });
    }

    static Set<String> words(String scope) {
        Set<String> words = new LinkedHashSet<>(List.of(scope.split(" ", -1)));
        words.remove("");
        return words;
    }
}
