package dev.goldenpath.client;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses what could not go out as its author wrote it: the wire would carry something else than the evidence tells, or a
 * header that nobody wrote.
 *
 * @since 0.1.0
 */
public final class HeaderRules {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH");

    private HeaderRules() {}

    public static void checkName(String name) {
        checkToken("the name of a header", name);
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("The header " + name + " can't be set: it follows from the body.");
        }
    }

    /** Refuses what is no token; {@code what} it should be is for the message. */
    public static void checkToken(String what, String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' can't be " + what
                    + ": it may have letters, digits and a few signs, but no space and no colon.");
        }
    }

    public static void checkValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == 0x7F || c > 0xFF) {
                // Not the value itself: it may be a secret.
                throw new IllegalArgumentException(
                        "The value of the header " + name + " can't be sent: its character "
                                + (i + 1) + " is U+" + String.format(Locale.ROOT, "%04X", (int) c)
                                + ", and a header can carry neither control characters nor what is not in ISO-8859-1. Encode it.");
            }
        }
    }

    public static void checkMethod(String method) {
        if (!TOKEN.matcher(method).matches()) {
            throw new IllegalArgumentException("'" + method + "' is no HTTP method.");
        }
        String upper = method.toUpperCase(Locale.ROOT);
        if (METHODS.contains(upper) && !method.equals(upper)) {
            throw new IllegalArgumentException(
                    "'" + method + "' is another HTTP method than '" + upper + "', which services know: write that.");
        }
        if (method.equals("CONNECT")) {
            throw new IllegalArgumentException("CONNECT is for proxies: set the service's 'proxy' in goldenpath.yaml.");
        }
    }
}
