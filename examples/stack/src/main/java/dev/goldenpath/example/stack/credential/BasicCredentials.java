package dev.goldenpath.example.stack.credential;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Name and password, as HTTP Basic sends them.
 *
 * @param name without colon
 * @param password may be empty
 */
public record BasicCredentials(String name, String password) {
    /** Decodes them; empty for what is none. */
    public static Optional<BasicCredentials> decode(String base64) {
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 || text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
