package dev.goldenpath.evidence;

import java.util.List;
import java.util.regex.Pattern;

/** A text without what changes from run to run: ids, times, addresses, ports and counts, but with statuses and codes. */
final class SteadyText {
    private static final int LONGEST = 1_000;
    private static final List<Change> CHANGES = List.of(
            change("\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b", "<id>"),
            change(
                    "\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?",
                    "<time>"),
            change("\\b\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d+)?", "<time>"),
            change("\\[[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*](?::\\d+)?", "<address>"),
            change("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?\\b", "<address>"),
            change("@[0-9a-f]{1,8}\\b", "@<id>"),
            change("\\b0x[0-9a-fA-F]+\\b", "<id>"),
            change("\\b(?=[a-fA-F]*\\d)[0-9a-fA-F]{6,}\\b", "<id>"),
            change("\\b[0-9a-fA-F]{8,}\\b", "<id>"),
            change("\\b(?=[A-Za-z]*\\d)[A-Za-z0-9]{16,}\\b", "<id>"),
            change("\\b\\d+(?:[.,]\\d+)*\\s?(?:ns|µs|us|ms|s|min|h)\\b", "<time>"),
            // What a status or a close code says is no accident of the run.
            change(
                    "((?:status|code)(?: is|:)?\\s+|closed? with\\s+|HTTP\\s+|→\\s+|->\\s+)([1-5]\\d{2}|1\\d{3})\\b"
                            + "|\\d+(?:[.,]\\d+)*",
                    "$1$2#"));

    private record Change(Pattern pattern, String instead) {}

    private SteadyText() {}

    private static Change change(String pattern, String instead) {
        return new Change(Pattern.compile(pattern), instead);
    }

    /** The text in one line; what stands behind its first thousand characters is left out. */
    static String of(String text) {
        String steady = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (Change change : CHANGES) {
            steady = change.pattern.matcher(steady).replaceAll(change.instead);
        }
        return steady;
    }
}
