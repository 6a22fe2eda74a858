package dev.goldenpath.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what gives itself away by its shape: signed tokens, what follows the name of a scheme, passwords in URLs. */
final class Credentials {
    private static final String TOKEN = "eyJ";
    private static final List<String> SCHEMES = List.of("Bearer ", "Basic ");
    private static final int LEAST = 8;

    private Credentials() {}

    /** The first four characters of all that {@link #tokenEnd} and {@link #afterScheme} find. */
    static List<String> beginnings() {
        List<String> beginnings = new ArrayList<>();
        for (char c = '-'; c <= 'z'; c++) {
            beginnings.add(TOKEN + c);
        }
        for (String scheme : SCHEMES) {
            for (int upper = 0; upper < 1 << FormIndex.WINDOW; upper++) {
                char[] cased = new char[FormIndex.WINDOW];
                for (int i = 0; i < cased.length; i++) {
                    char c = scheme.charAt(i);
                    cased[i] = (upper >> i & 1) == 0 ? Character.toLowerCase(c) : Character.toUpperCase(c);
                }
                beginnings.add(String.valueOf(cased));
            }
        }
        return beginnings;
    }

    /** Whether a signed token (a JWT) may begin at {@code start}. */
    static boolean mayBeToken(String text, int start) {
        return text.startsWith(TOKEN, start);
    }

    /**
     * Where the signed token that may begin at {@code start} ends; {@code start} where it is none.
     *
     * @param cut whether the text has lost its end, so that a token may run into it
     */
    static int tokenEnd(String text, int start, boolean cut) {
        int dots = 0;
        int part = start + TOKEN.length();
        int at = part;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && dots < 2 && at - part >= LEAST) {
                dots++;
                part = at + 1;
            } else if (!isOfPart(c)) {
                return dots == 2 ? at : start;
            }
        }
        return dots == 2 || cut ? at : start;
    }

    /** Where the part of a token that {@code start} stands in ends. */
    static int partEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isOfPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** What follows a scheme's name that begins at {@code start}, as in {@code Bearer …}; null unless something does. */
    static @Nullable Span afterScheme(String text, int start, boolean cut) {
        if ((text.charAt(start) | 0x20) != 'b') {
            return null;
        }
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
                int from = start + scheme.length();
                while (from < text.length() && text.charAt(from) == ' ') {
                    from++;
                }
                int to = from;
                while (to < text.length() && isOfCredentials(text.charAt(to))) {
                    to++;
                }
                boolean runsOut = cut && to == text.length() && to > from;
                return runsOut || (to - from >= LEAST && !isWord(text, from, to)) ? new Span(from, to) : null;
            }
        }
        return null;
    }

    /** The password of a URL whose scheme ends at {@code colon}; null where it has none. */
    static @Nullable Span inUrl(String text, int colon, boolean cut) {
        if (!text.startsWith("://", colon)) {
            return null;
        }
        int from = -1;
        int to = -1;
        int at = colon + 3;
        for (; at < text.length() && isOfAuthority(text.charAt(at)); at++) {
            if (text.charAt(at) == ':' && from < 0) {
                from = at + 1;
            } else if (text.charAt(at) == '@') {
                to = at;
            }
        }
        if (cut && at == text.length()) {
            // Perhaps a port only, but that can't be seen any more.
            to = at;
        }
        return from < 0 || to <= from ? null : new Span(from, to);
    }

    /** As in {@code Basic authentication failed}, and {@code Bearer authorization_uri="…"}. */
    private static boolean isWord(String text, int from, int to) {
        char last = text.charAt(to - 1);
        boolean isNameOfParameter = last == '=' && text.startsWith("\"", to);
        int end = isNameOfParameter || last == '.' ? to - 1 : to;
        for (int i = from; i < end; i++) {
            char c = i == from ? Character.toLowerCase(text.charAt(i)) : text.charAt(i);
            if ((c < 'a' || c > 'z') && !(c == '_' && isNameOfParameter)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a letter, a digit or a joint of ASCII, as Base64url has them. */
    static boolean isOfPart(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static boolean isOfCredentials(char c) {
        return isOfPart(c) || "+/=.~".indexOf(c) >= 0;
    }

    private static boolean isOfAuthority(char c) {
        return c > ' ' && "/?#\"'<>\\".indexOf(c) < 0;
    }
}
