package dev.goldenpath.auth;

import dev.goldenpath.client.RequestAuthorizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What makes calls a user's at one moment, and what stands there instead when it is forged. Immutable. */
final class UserCredentials {
    private final Map<String, String> headers;
    private final Map<String, String> parameters;
    private final @Nullable String token;
    /** What is changed within the headers and parameters; {@code null} where each is changed as a whole. */
    private final @Nullable String value;

    private UserCredentials(
            Map<String, String> headers,
            Map<String, String> parameters,
            @Nullable String token,
            @Nullable String value) {
        this.headers = headers;
        this.parameters = parameters;
        this.token = token;
        this.value = value;
    }

    /** Those of a user; may log in, or refresh, first. */
    static UserCredentials of(RequestAuthorizer user) {
        if (user instanceof CarryingUser carrying) {
            // Asked once: between two questions it may be renewed.
            String value = carrying.value();
            Carrier carrier = carrying.carrier();
            return new UserCredentials(
                    carrier.headers(value),
                    carrier.parameters(value),
                    carrier.equals(Carrier.BEARER) ? value : null,
                    value);
        }
        String token = user.token().orElse(null);
        return new UserCredentials(user.headers(), user.parameters(), token, token);
    }

    /** The bare token; empty where the user has none. */
    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** Everything secret in them. */
    List<String> secrets() {
        if (value != null) {
            return List.of(value);
        }
        List<String> all = new ArrayList<>(headers.values());
        all.addAll(parameters.values());
        return all;
    }

    /** The same with what makes them the user's changed, as credentials of nobody. */
    ForgedCredentials changed(String words, UnaryOperator<String> change) {
        return new ForgedCredentials(
                words,
                changed(headers, change),
                changed(parameters, change),
                token == null ? null : change.apply(token));
    }

    private Map<String, String> changed(Map<String, String> all, UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        all.forEach((name, text) ->
                changed.put(name, value == null ? change.apply(text) : text.replace(value, change.apply(value))));
        return changed;
    }

    /** Never shows them. */
    @Override
    public String toString() {
        return "credentials in " + headers.keySet() + " and " + parameters.keySet();
    }
}
