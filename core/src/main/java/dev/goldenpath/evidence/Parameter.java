package dev.goldenpath.evidence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the value of a parameter {@code name=value} of a query, of a form, or of a text that looks like one. */
final class Parameter {
    private static final String CODE = "code";
    /** How far from a code its fellow parameters may stand. */
    private static final int REACH = 1_000;

    private Parameter() {}

    /**
     * What to mask after the equals sign at {@code equals}; null unless it follows one of {@code names}, or the code of
     * an OAuth login. A code alone is often that of a country or an error.
     *
     * @param cut whether the text has lost its end
     */
    static @Nullable Span valueAfter(String text, int equals, SecretNames names, boolean cut) {
        int from = equals + 1;
        // As in user[password]=…
        int nameEnd = equals > 0 && text.charAt(equals - 1) == ']' ? equals - 1 : equals;
        int nameFrom = nameEnd;
        // An encoded character takes three.
        int least = Math.max(0, nameEnd - 3 * names.longest());
        boolean encoded = false;
        while (nameFrom > least && isOfName(text.charAt(nameFrom - 1))) {
            nameFrom--;
            encoded |= text.charAt(nameFrom) == '%';
        }
        // What ends in a mask is only the rest of a name.
        if (nameFrom == nameEnd || (nameFrom > 0 && text.charAt(nameFrom - 1) == '*')) {
            return null;
        }
        boolean isCode = nameEnd - nameFrom == CODE.length() && text.regionMatches(true, nameFrom, CODE, 0, 4);
        boolean isSecret = encoded
                ? containsDecoded(names, text.substring(nameFrom, nameEnd))
                : isCode || names.contains(text, nameFrom, nameEnd);
        if (!isSecret) {
            return null;
        }
        int to = from;
        while (to < text.length() && !endsValue(text, to)) {
            to++;
        }
        boolean isHarmless = isCode && !names.contains(CODE) && !isOfLogin(text, nameFrom, to, cut);
        return to == from || isHarmless ? null : new Span(from, to);
    }

    private static boolean containsDecoded(SecretNames names, String encoded) {
        try {
            String name = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            int from = Math.max(name.lastIndexOf('['), name.lastIndexOf('.')) + 1;
            return names.contains(name, from, name.length() - (name.endsWith("]") ? 1 : 0));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isOfLogin(String text, int from, int to, boolean cut) {
        int start = from;
        while (start > 0 && from - start < REACH && !endsList(text.charAt(start - 1))) {
            start--;
        }
        int end = to;
        while (end < text.length() && end - to < REACH && !endsList(text.charAt(end))) {
            end++;
        }
        String list = text.substring(start, end);
        return (cut && end == text.length()) || list.contains("state=") || list.contains("grant_type=");
    }

    private static boolean endsValue(String text, int at) {
        char c = text.charAt(at);
        return c == '&' || c == '#' || c == ';' || endsList(c) || (c == '\\' && isEscape(text, at));
    }

    /** In JSON, a backslash begins a quote, a line break or a character by its number, if the cut has left that. */
    private static boolean isEscape(String text, int backslash) {
        return backslash + 1 == text.length() || "\"'\\nrtu".indexOf(text.charAt(backslash + 1)) >= 0;
    }

    private static boolean endsList(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>';
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '%';
    }
}
