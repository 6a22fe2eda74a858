package dev.goldenpath.report;

/**
 * Says the same without a character that a plain terminal has not.
 *
 * @since 0.1.0
 */
public final class Ascii {
    private static final int LAST = 126;

    private Ascii() {}

    /** {@code text} in ASCII; a character that has no word there is {@code ?}. */
    public static String of(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point <= LAST) {
                ascii.appendCodePoint(point);
            } else {
                ascii.append(inPlaceOf(point));
            }
        });
        return ascii.toString();
    }

    private static String inPlaceOf(int point) {
        return switch (point) {
            case '→' -> "->";
            case '←' -> "<-";
            case '…' -> "...";
            case '├' -> "|";
            case '│' -> "|";
            case '└' -> "`";
            case '─' -> "-";
            case '·' -> "*";
            default -> "?";
        };
    }
}
