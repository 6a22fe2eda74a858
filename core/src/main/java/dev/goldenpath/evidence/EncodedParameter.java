package dev.goldenpath.evidence;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of a parameter within a percent-encoded text, such as the address that a login returns to: {@code
 * next=%2Fcallback%3Ftoken%3Dabc}. It may be encoded several times.
 */
final class EncodedParameter {
    private static final String EQUALS = "3D";
    /** What a percent sign looks like once it is encoded itself. */
    private static final String PERCENT = "25";

    private static final Set<String> ENDS = Set.of("26", "23", "3B", "20", "22", "27", "3C", "3E", "0A", "0D");

    private EncodedParameter() {}

    /** What to mask after the encoded equals sign at {@code percent}; null unless it follows one of {@code names}. */
    static @Nullable Span valueAfter(String text, int percent, SecretNames names) {
        int code = codeAt(text, percent);
        if (!text.regionMatches(true, code, EQUALS, 0, EQUALS.length())) {
            return null;
        }
        int nameFrom = percent;
        int least = Math.max(0, percent - names.longest() - EQUALS.length());
        while (nameFrom > least && isOfName(text.charAt(nameFrom - 1))) {
            nameFrom--;
        }
        if (nameFrom > 0 && text.charAt(nameFrom - 1) == '%') {
            // The name begins behind the sign that is encoded before it.
            nameFrom = codeAt(text, nameFrom - 1) + EQUALS.length();
        }
        if (nameFrom >= percent || !names.contains(text, nameFrom, percent)) {
            return null;
        }
        int from = code + EQUALS.length();
        int to = from;
        while (to < text.length() && !endsValue(text, to)) {
            to++;
        }
        return to == from ? null : new Span(from, to);
    }

    /** Where the two digits stand that the percent sign at {@code percent} is about. */
    private static int codeAt(String text, int percent) {
        int code = percent + 1;
        while (text.startsWith(PERCENT, code)) {
            code += PERCENT.length();
        }
        return code;
    }

    private static boolean endsValue(String text, int at) {
        char c = text.charAt(at);
        if (c != '%') {
            return c <= ' ' || "&#;\"'<>\\".indexOf(c) >= 0;
        }
        int code = codeAt(text, at);
        return code + EQUALS.length() <= text.length()
                && ENDS.contains(text.substring(code, code + EQUALS.length()).toUpperCase(Locale.ROOT));
    }

    private static boolean isOfName(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '_' || c == '-';
    }
}
