package dev.goldenpath.cli;

/**
 * A piece of a line.
 *
 * @param text without line breaks
 * @param style how it looks
 */
record Span(String text, Style style) {

    static Span of(String text) {
        return new Span(text, Style.PLAIN);
    }

    static Span strong(String text) {
        return new Span(text, Style.STRONG);
    }

    static Span faint(String text) {
        return new Span(text, Style.FAINT);
    }
}
