package dev.goldenpath.example.stack.backend;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is shaped like a JWT: two JSON objects and a third part, which may be empty. Nothing in it is checked yet.
 *
 * @param header as it came
 * @param payload as it came
 * @param signature as it came
 * @param headerFields what the header says
 * @param payloadFields what the payload says
 */
record RawToken(
        Base64URL header,
        Base64URL payload,
        Base64URL signature,
        Map<String, Object> headerFields,
        Map<String, Object> payloadFields) {
    private static final int PARTS = 3;

    static Optional<RawToken> parse(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        Base64URL header = new Base64URL(parts[0]);
        Base64URL payload = new Base64URL(parts[1]);
        try {
            return Optional.of(new RawToken(
                    header,
                    payload,
                    new Base64URL(parts[2]),
                    JSONObjectUtils.parse(header.decodeToString()),
                    JSONObjectUtils.parse(payload.decodeToString())));
        } catch (ParseException | IllegalArgumentException noJson) {
            return Optional.empty();
        }
    }

    String algorithm() {
        return String.valueOf(headerFields.get("alg"));
    }

    @Nullable
    String keyId() {
        return headerFields.get("kid") instanceof String id ? id : null;
    }

    /** Whether the header asks for nothing that is beyond an access token. */
    boolean isPlainlyAccessToken() {
        Object type = headerFields.get("typ");
        return !headerFields.containsKey("crit")
                && (type == null || (type instanceof String name && name.equalsIgnoreCase("JWT")));
    }

    JWTClaimsSet claims() throws ParseException {
        return JWTClaimsSet.parse(payloadFields);
    }

    byte[] signedBytes() {
        return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }
}
