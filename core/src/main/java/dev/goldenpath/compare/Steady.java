package dev.goldenpath.compare;

import java.util.regex.Pattern;

/** Tells texts that are the same in every run from those that are another in each. */
final class Steady {
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final String TOKEN = "[\\p{Alnum}_.:+/=-]*";
    private static final Pattern WITH_DIGIT = Pattern.compile(TOKEN + "\\d" + TOKEN);
    private static final int LONGEST = 120;
    private static final int SHOWN = 60;

    private Steady() {}

    /** Whether it may well be another in the next run: it has digits, as ids, times, sums and addresses have. */
    static boolean isVolatile(String text) {
        return text.length() > LONGEST || DIGIT.matcher(text).find();
    }

    /** A text whose digits, and what hangs together with them, are left out. */
    static String of(String text) {
        String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return WITH_DIGIT.matcher(beginning).replaceAll("#");
    }

    /** As much of it as a line of output has place for. */
    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
