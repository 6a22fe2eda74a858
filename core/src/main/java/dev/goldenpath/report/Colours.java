package dev.goldenpath.report;

import java.util.regex.Pattern;

/** Makes the words that name a verdict stand out, for terminals that show colours. */
final class Colours {
    private static final Pattern BAD =
            Pattern.compile("(?m)^((?:Golden Path[^:\\n]*: )?)(FAILED|BLOCKED|SUSPECT|ERROR|MISSING|CAUSE)\\b");
    private static final Pattern ODD = Pattern.compile("(?m)^()(SKIPPED|FLAKY|KNOWN)\\b");
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";

    private Colours() {}

    /** The text, in which such a word begins a line. */
    static String of(String text) {
        String red = BAD.matcher(text).replaceAll("$1" + RED + "$2" + PLAIN);
        return ODD.matcher(red).replaceAll("$1" + YELLOW + "$2" + PLAIN);
    }
}
