package dev.goldenpath.auth;

import dev.goldenpath.client.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of an answer that should hold a token. Immutable. */
final class TokenAnswer {
    private final JsonText body;

    private TokenAnswer(JsonText body) {
        this.body = body;
    }

    /** Reads the body; empty when it is not JSON. */
    static Optional<TokenAnswer> parse(String text) {
        try {
            return Optional.of(new TokenAnswer(JsonText.parse(text)));
        } catch (IllegalArgumentException e) {
            // The message is dropped on purpose: it quotes the body, which may be the bare token.
            return Optional.empty();
        }
    }

    /** The text at a JSON Pointer; empty where there is none, or a blank one. */
    Optional<String> text(String pointer) {
        return body.at(pointer)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }

    /** What {@code expires_in} says; empty where it is no number of seconds. */
    Optional<Duration> expiresIn() {
        try {
            return body.at("/expires_in", Long.class).map(Duration::ofSeconds);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The JSON Pointers of all fields, without their values. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        collect("", body.at("").orElse(""), fields);
        return fields;
    }

    private static void collect(String pointer, Object value, List<String> fields) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, inner) -> {
                String field =
                        pointer + "/" + name.toString().replace("~", "~0").replace("/", "~1");
                fields.add(field);
                collect(field, inner, fields);
            });
        }
    }
}
