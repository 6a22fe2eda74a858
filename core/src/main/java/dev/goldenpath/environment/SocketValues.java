package dev.goldenpath.environment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values that WebSockets have. Each throws {@link IllegalArgumentException} with the end of a sentence. */
final class SocketValues {
    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB)");
    private static final int MOST_BYTES = 64 << 20;

    private SocketValues() {}

    /** A size from 1 byte to 64 MiB. */
    static int bytes(String text) {
        Matcher matcher = BYTES.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is no size such as 512KiB or 1MiB");
        }
        int unit = switch (matcher.group(2)) {
            case "B" -> 1;
            case "KiB" -> 1 << 10;
            default -> 1 << 20;
        };
        long size = Long.parseLong(matcher.group(1)) * unit;
        if (size < 1 || size > MOST_BYTES) {
            throw new IllegalArgumentException("is no size from 1B to 64MiB");
        }
        return (int) size;
    }

    static int count(String text) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) == 0) {
            throw new IllegalArgumentException("is no number from 1 to 9999999");
        }
        return Integer.parseInt(text);
    }

    /** The name of a query parameter that needs no encoding. */
    static String parameterName(String text) {
        if (!text.matches("[\\w.~-]+")) {
            throw new IllegalArgumentException("is no name of a query parameter");
        }
        return text;
    }
}
