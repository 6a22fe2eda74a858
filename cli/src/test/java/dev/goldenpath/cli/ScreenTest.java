package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Redaction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Redaction redaction = new Redaction();

    @Test
    void masksWhateverIsPrinted() {
        redaction.addValue("battery staple");
        Screen screen = screen(false, false);

        screen.line("the battery staple is wrong");
        screen.line(Span.strong("battery staple"), Span.of("!"));
        screen.lines("  ", "one\nbattery staple");

        assertThat(printed()).isEqualTo("the *** is wrong\n***!\n  one\n  ***\n");
    }

    @Test
    void masksASecretOfSeveralLines() {
        redaction.addValue("first line\nsecond line");

        screen(false, false).lines("  ", "key: first line\nsecond line, said the service");

        assertThat(printed()).isEqualTo("  key: ***, said the service\n");
    }

    @Test
    void passesNoControlCharactersOfAServiceOn() {
        screen(true, false).line("a" + (char) 27 + "[2Jb\rc\td");

        assertThat(printed()).isEqualTo("a?[2Jb?c d\n");
    }

    @Test
    void showsColoursWhereTheyCanBeSeenAlone() {
        screen(true, false).line(new Span("failed", Style.BAD), Span.of("  redis"));
        screen(false, false).line(new Span("failed", Style.BAD), Span.of("  redis"));

        assertThat(printed().replace((char) 27, '^')).isEqualTo("^[31mfailed^[0m  redis\nfailed  redis\n");
    }

    @Test
    void saysTheSameInAscii() {
        screen(false, true).line("├─ GET / → 200 … Köln");

        assertThat(printed()).isEqualTo("|- GET / -> 200 ... K?ln\n");
    }

    @Test
    void isSilentAfterItsLastLines() {
        Screen screen = screen(false, false);

        screen.close(() -> screen.line("Interrupted."));
        screen.line("more");

        assertThat(printed()).isEqualTo("Interrupted.\n");
    }

    @Test
    void whatBrokeUnexpectedlyIsToldWithoutSecrets() {
        redaction.addValue("battery staple");

        new BrokenPage(screen(false, false), redaction)
                .print(new IllegalStateException("no battery staple", new RuntimeException("battery staple")));

        assertThat(printed())
                .startsWith("This command broke in an unexpected way. Please report it, with these lines:\n")
                .contains("IllegalStateException: no ***\n")
                .contains("ScreenTest.whatBrokeUnexpectedlyIsToldWithoutSecrets")
                .contains("Caused by: ")
                .doesNotContain("staple");
    }

    private Screen screen(boolean colours, boolean ascii) {
        return new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), colours, ascii, redaction);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
