package dev.goldenpath.example.stack.auth;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request to the token endpoint; one without value counts as absent. */
final class OAuthForm {
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final int LONGEST_VALUE = 4_096;

    private final Set<String> names = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private OAuthForm(String body) {
        for (String parameter : body.split("&", -1)) {
            int equals = parameter.indexOf('=');
            add(
                    decode(equals < 0 ? parameter : parameter.substring(0, equals)),
                    equals < 0 ? "" : decode(parameter.substring(equals + 1)));
        }
    }

    /**
     * Reads the body of a request.
     *
     * @throws OAuthError if it is no form
     */
    static OAuthForm of(Context request) {
        String type = request.contentType();
        if (type == null || !type.split(";", -1)[0].trim().equalsIgnoreCase(TYPE)) {
            throw OAuthError.invalidRequest("the body must be " + TYPE);
        }
        return new OAuthForm(request.body());
    }

    private void add(String name, String value) {
        if (!names.add(name)) {
            throw OAuthError.invalidRequest("a parameter is given more than once");
        }
        if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
            throw OAuthError.invalidRequest(
                    "a parameter is longer than " + LONGEST_VALUE + " characters, or contains the character U+0000");
        }
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw OAuthError.invalidRequest("the body is not encoded as " + TYPE);
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String require(String name) {
        return find(name).orElseThrow(() -> OAuthError.invalidRequest(name + " is missing"));
    }
}
