package dev.goldenpath.report;

/** A text that is kept to a length: of one that is longer the beginning and the end. */
final class Shortened {
    /** The end of a stack trace has what caused the rest. */
    private static final int SHARE_OF_THE_END = 4;

    private Shortened() {}

    /**
     * The text; where it has more than {@code longest} characters, its first three quarters, how many are left out, and its
     * end.
     *
     * @param longest how many characters are kept; what tells of the others comes on top
     */
    static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest / SHARE_OF_THE_END;
        int head = whole(text, longest - end);
        int tail = whole(text, text.length() - end);
        return text.substring(0, head) + " … (" + (tail - head) + " more characters in the run log) … "
                + text.substring(tail);
    }

    /**
     * The beginning of the text in one line.
     *
     * @param longest how many characters are kept; what tells of the others comes on top
     */
    static String beginning(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int head = whole(text, longest);
        return text.substring(0, head) + " … (" + (text.length() - head) + " more characters in the run log)";
    }

    /** Where a text may be cut without leaving half of a character. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }
}
