package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.List;

/** Lists and numbers in sentences. */
final class Words {
    private static final int MOST_LISTED = 10;

    private Words() {}

    /** For example {@code a, b and c}; of a long list the beginning and the end. */
    static String listed(List<String> words) {
        List<String> shown = shortened(words);
        int last = shown.size() - 1;
        return last < 1
                ? String.join("", shown)
                : String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
    }

    /** For example {@code a, b, c}; of a long list the beginning and the end. */
    static String sequence(List<String> words) {
        return String.join(", ", shortened(words));
    }

    /** For example {@code once} or {@code 3 times}. */
    static String times(int count) {
        return switch (count) {
            case 0 -> "not at all";
            case 1 -> "once";
            default -> count + " times";
        };
    }

    private static List<String> shortened(List<String> words) {
        if (words.size() <= MOST_LISTED) {
            return words;
        }
        List<String> shown = new ArrayList<>(words.subList(0, MOST_LISTED - 2));
        shown.add("… " + (words.size() - MOST_LISTED + 1) + " more");
        shown.add(words.get(words.size() - 1));
        return shown;
    }
}
