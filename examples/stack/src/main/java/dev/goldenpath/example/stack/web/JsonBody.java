package dev.goldenpath.example.stack.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Optional;

/** A request body, or a message, that has to be a JSON object; every surprise in it becomes a 400 that says what is wrong. */
public final class JsonBody {
    private final JsonNode object;

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    public static JsonBody of(Context request) {
        return of(request.body());
    }

    public static JsonBody of(String text) {
        JsonNode node;
        try {
            node = Json.read(text);
        } catch (JsonProcessingException malformed) {
            throw new BadRequestResponse("the body is not valid JSON: " + malformed.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new BadRequestResponse("the body must be a JSON object");
        }
        return new JsonBody(node);
    }

    /** Returns a non-blank string of at most so many characters. */
    public String text(String field, int maximumLength) {
        return optionalText(field, maximumLength)
                .orElseThrow(() -> new BadRequestResponse("field '" + field + "' is missing"));
    }

    /** Like {@link #text}, but the field may be absent or null. */
    public Optional<String> optionalText(String field, int maximumLength) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new BadRequestResponse("field '" + field + "' must be a string that is not blank");
        }
        String text = value.textValue();
        if (text.length() > maximumLength) {
            throw new BadRequestResponse("field '" + field + "' is longer than " + maximumLength + " characters");
        }
        // PostgreSQL cannot store this one character.
        if (text.indexOf('\0') >= 0) {
            throw new BadRequestResponse("field '" + field + "' contains the character U+0000");
        }
        return Optional.of(text);
    }
}
