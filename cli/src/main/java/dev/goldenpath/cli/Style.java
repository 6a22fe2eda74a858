package dev.goldenpath.cli;

/** How a piece of text looks where colours can be seen. */
enum Style {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    BAD("31"),
    GOOD("32"),
    WARNING("33");

    private static final char ESCAPE = 27;

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m";
    }
}
