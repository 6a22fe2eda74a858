package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.report.Ascii;
import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a command prints. Whatever is printed is masked first, and holds no control characters: an answer of a service
 * may hold any. Thread-safe: lines do not mix.
 */
final class Screen {
    private final PrintStream out;
    private final boolean colours;
    private final boolean ascii;
    private final Redaction redaction;
    private boolean used;
    private boolean closed;

    /**
     * A screen.
     *
     * @param colours whether they can be seen
     * @param ascii whether only ASCII can be printed
     */
    Screen(PrintStream out, boolean colours, boolean ascii, Redaction redaction) {
        this.out = out;
        this.colours = colours;
        this.ascii = ascii;
        this.redaction = redaction;
    }

    /** {@code text} as it is printed, on one line: for whoever has to know how long it is. */
    String shown(String text) {
        String masked = redaction.text(text).replace('\t', ' ');
        String safe = masked.codePoints()
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return ascii ? Ascii.of(safe) : safe;
    }

    /** As {@link #shown}, filled up with spaces. */
    String padded(String text, int width) {
        String shown = shown(text);
        return shown + " ".repeat(Math.max(0, width - shown.length()));
    }

    void line(Span... spans) {
        String line = Stream.of(spans)
                .map(span -> colours ? span.style().paint(shown(span.text())) : shown(span.text()))
                .collect(Collectors.joining());
        print(line);
    }

    void line(String text) {
        line(Span.of(text));
    }

    /** Each line of {@code text}, behind {@code indent}. */
    void lines(String indent, String text) {
        // Masked as a whole first: a secret may hold a line break.
        redaction.text(text).lines().forEach(line -> line(indent + line));
    }

    /** An empty line, unless it would be the first. */
    synchronized void gap() {
        if (used) {
            print("");
        }
    }

    /** Prints the last lines; what comes later is dropped. */
    synchronized void close(Runnable lastLines) {
        if (!closed) {
            lastLines.run();
            closed = true;
        }
    }

    private synchronized void print(String line) {
        if (!closed) {
            out.println(line.stripTrailing());
            out.flush();
            used = true;
        }
    }
}
