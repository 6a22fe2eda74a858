package dev.goldenpath.evidence;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a message without what changes from run to run: ids, times, addresses, ports and temporary paths; and numbers,
 * as far as they are nobody's choice.
 */
final class SteadyText {
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String TEMPORARY =
            "(?:(?:/private)?/(?:tmp|var/folders|var/tmp)/|\\b[A-Za-z]:\\\\[^\\s'\"<>),;]*\\\\Temp\\\\)";
    private static final String TOKEN = "[A-Za-z0-9_-]";

    private static final List<Change> CHANGES = List.of(
            // A file's name says which it is, as far as it is no accident itself.
            change(TEMPORARY + "(?:[^\\s'\"<>),;:/\\\\]+[/\\\\])*([^\\s'\"<>),;:/\\\\]+\\.[a-z]+)\\b", "<path>/$1"),
            change(TEMPORARY + "[^\\s'\"<>),;]*", "<path>"),
            change("([?&][\\w.%~-]+)=[^&\\s\"'<>]*", "$1="),
            // AssertJ says where each of several failures was: lines move with every edit above them.
            change("\\(([\\w$]+\\.\\w+):\\d+\\)", "($1)"),
            change("\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b", "#"),
            change(
                    "\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?",
                    "<time>"),
            change(
                    "\\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\\d{1,2} " + MONTH
                            + " \\d{4}(?: \\d{2}:\\d{2}:\\d{2}(?: GMT)?)?",
                    "<time>"),
            change("\\b\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d+)?", "<time>"),
            change("\\bP(?:\\d+D)?T[\\d.HMS]+\\b", "<time>"),
            change("\\[[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*](?::\\d+)?", "<address>"),
            change("(?<![\\w:])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?:%\\w+)?(?![\\w:])", "<address>"),
            change("(?:\\blocalhost|\\b\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?\\b", "<address>"),
            change("\\b(?=[^\\s@]*\\d)[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", "<mail>"),
            change("@[0-9a-f]{1,8}\\b", "@#"),
            change("\\b0x[0-9a-fA-F]+\\b", "#"),
            change("(?<![\\w+/])(?=[\\w/]*[+=\\d])[A-Za-z0-9+/]{16,}={1,2}", "#"),
            change("(?<![\\w+/])(?=[\\w/]*\\+)[A-Za-z0-9+/]{20,}(?![\\w+/])", "#"),
            // What is of mixed case throughout is no name: that has digits or hyphens in it, and not both cases.
            change(
                    "(?<!" + TOKEN + ")(?=" + TOKEN + "*[A-Z])(?=" + TOKEN + "*[a-z])(?=[A-Za-z]*[0-9_-])" + TOKEN
                            + "{20,}(?!" + TOKEN + ")",
                    "#"),
            change("\\b(?=[a-fA-F]*\\d)[0-9a-fA-F]{6,}\\b", "#"),
            change("\\b[0-9a-fA-F]{8,}\\b", "#"),
            change("\\b(?=[A-Za-z]*\\d)[A-Za-z0-9]{16,}\\b", "#"),
            change("\\b\\d+(?:[.,]\\d+)*\\s?(?:ns|µs|us|ms|s|min|h|seconds?|minutes?|hours?)\\b", "<time>"));

    /** What a status or a close code says is no accident of the run. */
    private static final String CODE =
            "((?:status|code)(?: is|:)?\\s+|closed? with\\s+|HTTP\\s+|→\\s+|->\\s+)([1-5]\\d{2}|1\\d{3})\\b";

    private static final String NUMBER = "\\d+(?:[.,]\\d+)*";
    private static final Change SEEN = change(CODE + "|" + NUMBER, "$1$2#");
    private static final Change SEEN_STATUS = change(CODE + "|\\b([1-5]\\d{2})\\b|" + NUMBER, "$1$2$3#");
    /** What somebody expects is written down somewhere, unless it is as long as an id. */
    private static final Change EXPECTED =
            change("(?<![\\w.,])" + "(-?\\d{1,3}(?:\\.\\d+)?)(?![\\w]|[.,]\\d)|" + NUMBER, "$1#");

    private static final Change PLURAL = change("# (\\w+?)s\\b", "# $1");
    private static final Change SPACE = change("\\s+", " ");
    private static final Change REPEATED = change("(\\S{0,200}[^\\s,])(?:,? \\1)+", "$1");

    private record Change(Pattern pattern, String instead) {
        String in(String text) {
            return pattern.matcher(text).replaceAll(instead);
        }
    }

    /** Which numbers stay. */
    enum Numbers {
        /** Those of codes that stand behind a word for one. */
        SEEN,
        /** Those that may be a status, too. */
        SEEN_STATUS,
        /** Those of up to three digits. */
        EXPECTED
    }

    private SteadyText() {}

    private static Change change(String pattern, String instead) {
        return new Change(Pattern.compile(pattern), instead);
    }

    /** The text in one line; of equal things one after another, one. */
    static String of(String text, Numbers numbers) {
        String steady = text;
        for (Change change : CHANGES) {
            steady = change.in(steady);
        }
        return REPEATED.in(SPACE.in(PLURAL.in(changeOf(numbers).in(steady))));
    }

    private static Change changeOf(Numbers numbers) {
        return switch (numbers) {
            case SEEN -> SEEN;
            case SEEN_STATUS -> SEEN_STATUS;
            case EXPECTED -> EXPECTED;
        };
    }
}
