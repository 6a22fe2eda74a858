package dev.goldenpath.client;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells without reading any JSON whether one of some words may be a text or a field's name of it. Immutable. */
final class QuotedWords {
    private static final int BYTE_ORDER_MARK = 3;

    private final byte[][] words;
    /** By the first letter that a word has in one case or the other: most texts begin with another. */
    private final boolean[] begins = new boolean[128];

    private QuotedWords(byte[][] words) {
        this.words = words;
        for (byte[] word : words) {
            begins[word[0]] = true;
            begins[Character.toUpperCase(word[0])] = true;
        }
    }

    /** {@code null} where this can't be told of some word: it has no other letters than itself, or may be escaped. */
    static @Nullable QuotedWords of(Collection<String> words, List<String> names) {
        List<String> all = Stream.concat(words.stream(), names.stream()).toList();
        return all.stream().allMatch(QuotedWords::standsAsItIs)
                ? new QuotedWords(all.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII))
                        .toArray(byte[][]::new))
                : null;
    }

    private static boolean standsAsItIs(String word) {
        // The place of an item in an array is in no quotes.
        return !word.isEmpty()
                && word.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '/')
                && !word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Where the text begins, behind a byte order mark and blanks. */
    static int start(byte[] content, int length) {
        int at = length >= BYTE_ORDER_MARK
                        && content[0] == (byte) 0xEF
                        && content[1] == (byte) 0xBB
                        && content[2] == (byte) 0xBF
                ? BYTE_ORDER_MARK
                : 0;
        while (at < length && isBlank(content[at])) {
            at++;
        }
        return at;
    }

    /** Where the text ends, before blanks. */
    static int end(byte[] content, int length) {
        int at = length;
        while (at > 0 && isBlank(content[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    boolean mayBeIn(byte[] content, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = content[i];
            if (b > '\\' || (b != '"' && b != '\\') || i + 1 == to) {
                continue;
            }
            byte next = content[i + 1];
            // Any letter may be written as its number.
            if (b == '"' ? next >= 0 && begins[next] && isWord(content, i + 1, to) : next == 'u') {
                return true;
            }
        }
        return false;
    }

    private boolean isWord(byte[] content, int from, int to) {
        for (byte[] word : words) {
            int end = from + word.length;
            if (end < to && content[end] == '"' && isAt(word, content, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] word, byte[] content, int from) {
        for (int i = 0; i < word.length; i++) {
            byte b = content[from + i];
            byte lower = b >= 'A' && b <= 'Z' ? (byte) (b + 'a' - 'A') : b;
            if (lower != word[i]) {
                return false;
            }
        }
        return true;
    }
}
