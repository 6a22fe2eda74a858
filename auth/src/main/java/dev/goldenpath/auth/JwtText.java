package dev.goldenpath.auth;

import dev.goldenpath.client.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The compact form of a token and what it says. Its messages never quote it.
 *
 * @param compact three parts with dots between them
 * @param header without those that are {@code null}
 * @param claims without those that are {@code null}
 */
record JwtText(String compact, Map<String, Object> header, Map<String, Object> claims) {
    private static final int PARTS = 3;
    private static final int ENCRYPTED_PARTS = 5;

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException when it is no JWT; the message goes on after a name for the token
     */
    static JwtText parse(String token) {
        if (token.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())) {
            throw new IllegalArgumentException(
                    "is no JWT: it begins with 'Bearer ', which belongs to the header and not to the token");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length == ENCRYPTED_PARTS) {
            throw new IllegalArgumentException("is encrypted, so what it says can't be read");
        }
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("is no JWT: that has three parts with dots between them, and this "
                    + (parts.length == 1 ? "one" : parts.length));
        }
        JwtText text = new JwtText(token, object("header", parts[0]), object("payload", parts[1]));
        if (!(text.header.get("alg") instanceof String)) {
            throw new IllegalArgumentException("is no JWT: its header has no alg");
        }
        return text;
    }

    private static Map<String, Object> object(String part, String encoded) {
        JsonText json;
        try {
            json = JsonText.parse(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Without the cause: it may quote what stands there.
            throw new IllegalArgumentException("is no JWT: its " + part + " is no JSON in Base64 for URLs");
        }
        if (json.at("").orElse("") instanceof Map<?, ?> object) {
            return ClaimValues.frozen(object);
        }
        throw new IllegalArgumentException("is no JWT: its " + part + " is no JSON object");
    }

    /** The {@code alg} header. */
    String algorithm() {
        return String.valueOf(header.get("alg"));
    }

    /** What a signature signs. */
    byte[] signed() {
        return compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    /** The last part. */
    String signature() {
        return compact.substring(compact.lastIndexOf('.') + 1);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "JWT " + algorithm();
    }
}
