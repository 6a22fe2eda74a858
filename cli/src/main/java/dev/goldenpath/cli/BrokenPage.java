package dev.goldenpath.cli;

import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.evidence.Redaction;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Prints what nobody has foreseen, for whoever has to find out why; without any secret. */
final class BrokenPage {
    private final Screen screen;
    private final Redaction redaction;

    BrokenPage(Screen screen, Redaction redaction) {
        this.screen = screen;
        this.redaction = redaction;
    }

    void print(RuntimeException thrown) {
        StringWriter trace = new StringWriter();
        RedactedCause.of(thrown, redaction).printStackTrace(new PrintWriter(trace));
        screen.gap();
        screen.line(
                new Span("This command broke in an unexpected way. Please report it, with these lines:", Style.BAD));
        screen.lines("  ", trace.toString());
    }
}
