package dev.goldenpath.cli;

/** Says the same without a character that a plain terminal has not. */
final class Ascii {
    private static final int LAST = 126;

    private Ascii() {}

    static String of(String text) {
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
