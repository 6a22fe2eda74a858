package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/** Finds the value of a JSON field in a URL: {@code filter=%7B%22token%22%3A%22abc%22%7D}. */
final class EncodedField {
    private static final String COLON = "%3A";
    private static final String QUOTE = "%22";

    private EncodedField() {}

    /** What to mask after the encoded colon at {@code percent}; null unless it follows one of {@code names}. */
    static @Nullable Span valueAfter(String text, int percent, SecretNames names) {
        int nameEnd = percent - QUOTE.length();
        if (!text.regionMatches(true, percent, COLON, 0, COLON.length()) || !isQuote(text, nameEnd)) {
            return null;
        }
        int nameFrom = nameEnd;
        int least = Math.max(0, nameEnd - names.longest());
        while (nameFrom > least && !isQuote(text, nameFrom - QUOTE.length())) {
            nameFrom--;
        }
        if (!isQuote(text, nameFrom - QUOTE.length()) || !names.contains(text, nameFrom, nameEnd)) {
            return null;
        }
        int from = percent + COLON.length();
        while (text.startsWith("%20", from)) {
            from += 3;
        }
        boolean quoted = isQuote(text, from);
        from += quoted ? QUOTE.length() : 0;
        int to = from;
        while (to < text.length() && !endsValue(text, to, quoted)) {
            to++;
        }
        return to == from ? null : new Span(from, to);
    }

    private static boolean endsValue(String text, int at, boolean quoted) {
        char c = text.charAt(at);
        if (c == '%') {
            // An escaped quote ends nothing.
            return quoted
                    ? isQuote(text, at) && !text.startsWith("%5C", at - 3) && !text.startsWith("%5c", at - 3)
                    : text.startsWith("%2C", at)
                            || text.startsWith("%2c", at)
                            || text.startsWith("%7D", at)
                            || text.startsWith("%7d", at);
        }
        return c <= ' ' || "&#\"'<>\\".indexOf(c) >= 0;
    }

    private static boolean isQuote(String text, int at) {
        return at >= 0 && text.startsWith(QUOTE, at);
    }
}
