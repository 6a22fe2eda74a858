package dev.goldenpath.report;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines with what others wrote in them, for a console: they show it, and nothing acts on it. */
final class ConsoleLine {
    /** What CI servers take for a command: GitHub and Azure at the beginning of a line or within, TeamCity within. */
    private static final Pattern COMMAND = Pattern.compile("^(\\s*):(?=:)|##(?=\\[|vso\\[|teamcity\\[)");

    private ConsoleLine() {}

    /** {@code text} on one line. */
    static String of(String text, boolean ascii) {
        String safe = text.codePoints()
                .map(point -> point == '\t' ? ' ' : isUnsafe(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String harmless = COMMAND.matcher(safe).replaceAll(found -> found.group() + " ");
        return ascii ? Ascii.of(harmless) : harmless;
    }

    /** Each line of {@code text}, which ends with a line end. */
    static String each(String text, boolean ascii) {
        return text.lines().map(line -> of(line, ascii)).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Controls steer a terminal, and marks of direction change what the rest of the line seems to say. */
    private static boolean isUnsafe(int point) {
        return Character.isISOControl(point)
                || (point >= '\u202A' && point <= '\u202E')
                || (point >= '\u2066' && point <= '\u2069');
    }
}
