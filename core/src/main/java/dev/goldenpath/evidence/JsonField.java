package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Finds the value of a JSON field, also in JSON that is itself a JSON string, at any depth: there each quote is written
 * with the same number of backslashes before it, and a quote inside a string with more.
 */
final class JsonField {
    private final String text;
    /** The backslashes of each quote. */
    private final int depth;

    private JsonField(String text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    /** What to mask after the colon at {@code colon}; null unless it follows one of {@code names}. */
    static @Nullable Span valueAfter(String text, int colon, SecretNames names) {
        int quote = colon - 1;
        while (quote > 0 && isBlank(text.charAt(quote))) {
            quote--;
        }
        if (quote <= 0 || text.charAt(quote) != '"') {
            return null;
        }
        int depth = backslashesBefore(text, quote);
        int to = quote - depth;
        int from = to;
        int least = Math.max(0, to - names.longest());
        while (from > least && text.charAt(from - 1) != '"') {
            from--;
        }
        boolean isSecret = from > 0
                && text.charAt(from - 1) == '"'
                && names.contains(text, from, to)
                && backslashesBefore(text, from - 1) == depth;
        return isSecret ? new JsonField(text, depth).valueAfter(colon, text.substring(to, quote + 1)) : null;
    }

    private @Nullable Span valueAfter(int colon, String quote) {
        int from = colon + 1;
        while (from < text.length() && isBlank(text.charAt(from))) {
            from++;
        }
        if (from == text.length()) {
            return null;
        }
        char first = text.charAt(from);
        if (text.startsWith(quote, from)) {
            return string(from + quote.length(), quote);
        }
        int to = first == '{' || first == '[' ? endOfNested(from) : endOfWord(from);
        return to == from ? null : new Span(from, to, quote + Redaction.MASK + quote);
    }

    /** The content of a string, closed in its place where the end of the text or of an outer string cut it off. */
    private @Nullable Span string(int from, String quote) {
        int backslashes = 0;
        int to = text.length();
        for (int i = from; i < text.length() && to == text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && level(backslashes) <= depth) {
                to = i - level(backslashes);
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        Span content = new Span(from, to);
        if (text.startsWith(quote, to)) {
            return content;
        }
        // Behind a mask, the cut may have left a part of the closing quote.
        boolean isMasked = new Span(from, to - backslashesBefore(text, to)).isMaskedIn(text);
        return from == text.length() || isMasked ? null : new Span(from, to, Redaction.MASK + quote);
    }

    /** The end of an object or array, or of the text or outer string that cut it off. */
    private int endOfNested(int from) {
        int open = 0;
        int backslashes = 0;
        boolean inString = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (level(backslashes) < depth) {
                    return i - level(backslashes);
                }
                inString ^= level(backslashes) == depth;
            } else if (!inString && (c == '{' || c == '[')) {
                open++;
            } else if (!inString && (c == '}' || c == ']') && --open == 0) {
                return i + 1;
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        return text.length();
    }

    private int endOfWord(int from) {
        int to = from;
        while (to < text.length() && isOfWord(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** How many of the backslashes before a quote are the quote's own; the others are the text's, each written out. */
    private int level(int backslashes) {
        return backslashes % (2 * (depth + 1));
    }

    private static int backslashesBefore(String text, int quote) {
        int at = quote;
        while (at > 0 && text.charAt(at - 1) == '\\') {
            at--;
        }
        return quote - at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isOfWord(char c) {
        return Credentials.isOfPart(c) || c == '+' || c == '.';
    }
}
