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
        return count == 1 ? "once" : count + " times";
    }

    /** Of at least one; for example {@code 2 times, after 0.012 s and after 0.020 s}. */
    static String times(List<String> times) {
        return times(times.size()) + ", " + listed(times);
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
