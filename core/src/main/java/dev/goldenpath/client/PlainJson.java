package dev.goldenpath.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a document, from its beginning to its end, that looks for a text at one place. Gives up on whatever is
 * rare and on all that is no JSON: escapes, deep nesting, long numbers, exponents, a name twice or an array on the way,
 * and a value at the place that is no text. Not thread-safe; use once.
 */
final class PlainJson {
    /** Far below every limit of the reader that takes over: those of names, texts, numbers and nesting. */
    private static final int LONGEST = 32 * 1024;

    private static final int DEEPEST = 32;
    private static final int MOST_DIGITS = 18;
    private static final int ELSEWHERE = -1;

    private final String document;
    private final List<String> path;
    private int at;
    private @Nullable String found;

    /** @param path the names that lead to the place */
    PlainJson(String document, List<String> path) {
        this.document = document;
        this.path = path;
    }

    /** Whether it came to the end; false where it gave up. */
    boolean read() {
        if (document.length() > LONGEST || !value(0, 0)) {
            return false;
        }
        skipBlanks();
        return at == document.length();
    }

    /** The text; absent where there is no such place. */
    @Nullable
    String found() {
        return found;
    }

    /** @param matched how many names of the path lead to it, or {@link #ELSEWHERE} */
    private boolean value(int depth, int matched) {
        skipBlanks();
        int from = at;
        boolean here = matched == path.size();
        if (current() == '"') {
            boolean whole = text();
            if (whole && here) {
                found = document.substring(from + 1, at - 1);
            }
            return whole;
        }
        return !here
                && depth < DEEPEST
                && switch (current()) {
                    case '{' -> object(depth, matched);
                    // A place may be one of its items.
                    case '[' -> matched == ELSEWHERE && array(depth);
                    case 't' -> word("true");
                    case 'f' -> word("false");
                    case 'n' -> word("null");
                    default -> number();
                };
    }

    private boolean object(int depth, int matched) {
        at++;
        if (take('}')) {
            return true;
        }
        boolean passed = false;
        do {
            skipBlanks();
            int from = at;
            if (!text()) {
                return false;
            }
            boolean onTheWay = matched != ELSEWHERE && isAt(from + 1, at - 1, path.get(matched));
            // Of two of the same name, the last counts.
            if (onTheWay && passed) {
                return false;
            }
            passed |= onTheWay;
            if (!take(':') || !value(depth + 1, onTheWay ? matched + 1 : ELSEWHERE)) {
                return false;
            }
        } while (take(','));
        return take('}');
    }

    private boolean array(int depth) {
        at++;
        if (take(']')) {
            return true;
        }
        do {
            if (!value(depth + 1, ELSEWHERE)) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    private boolean text() {
        if (current() != '"') {
            return false;
        }
        int next = at + 1;
        while (next < document.length()) {
            char c = document.charAt(next++);
            if (c == '"') {
                at = next;
                return true;
            }
            if (c < ' ' || c == '\\') {
                return false;
            }
        }
        return false;
    }

    private boolean number() {
        if (current() == '-') {
            at++;
        }
        int from = at;
        if (!digits() || (document.charAt(from) == '0' && at > from + 1)) {
            return false;
        }
        if (current() == '.') {
            at++;
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int from = at;
        while (current() >= '0' && current() <= '9') {
            at++;
        }
        return at > from && at - from <= MOST_DIGITS;
    }

    private boolean word(String word) {
        boolean there = document.startsWith(word, at);
        at += word.length();
        return there;
    }

    /** Whether this comes next, after blanks; then it is passed. */
    private boolean take(char wanted) {
        skipBlanks();
        boolean there = current() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void skipBlanks() {
        while (current() == ' ' || current() == '\n' || current() == '\r' || current() == '\t') {
            at++;
        }
    }

    /** A character that is in no plain JSON stands for the end. */
    private char current() {
        return at < document.length() ? document.charAt(at) : '\0';
    }

    private boolean isAt(int from, int to, String name) {
        return to - from == name.length() && document.startsWith(name, from);
    }
}
