package dev.goldenpath.environment;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values that name a peer. Each throws {@link IllegalArgumentException} with the end of a sentence. */
final class PeerValues {
    private static final String HOST_FORM = "(?:\\w(?:[\\w.-]*\\w)?|\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*])";
    private static final Pattern HOST = Pattern.compile(HOST_FORM);
    private static final Pattern ADDRESS = Pattern.compile("(" + HOST_FORM + "):(\\d*)");
    private static final String PIN_PREFIX = "sha256/";
    private static final int SHA_256_BYTES = 32;

    private PeerValues() {}

    static String host(String text) {
        if (!HOST.matcher(text).matches()) {
            throw new IllegalArgumentException("is no host alone, such as cdn.example.com, 192.0.2.7 or [2001:db8::7]");
        }
        return text;
    }

    static ServiceAddress address(String text, Origin origin) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is no host and port, such as db.example.com:5432");
        }
        return new ServiceAddress(matcher.group(1), Values.port(matcher.group(2)), origin);
    }

    static String pin(String text) {
        if (!text.startsWith(PIN_PREFIX) || !isDigest(text.substring(PIN_PREFIX.length()))) {
            throw new IllegalArgumentException(
                    "is no pin: " + PIN_PREFIX + " and the Base64 of a SHA-256 digest, 44 characters that end in '='");
        }
        return text;
    }

    private static boolean isDigest(String base64) {
        try {
            byte[] digest = Base64.getDecoder().decode(base64);
            // decoded and encoded again, for the decoder does without the padding too
            return digest.length == SHA_256_BYTES
                    && Base64.getEncoder().encodeToString(digest).equals(base64);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
