package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** Finds out what this process prints to. */
final class Terminal {
    /** What the output can't do without, unless it is said in ASCII. */
    private static final String NEEDED = "→←…├└│─·";

    private Terminal() {}

    /**
     * The standard output, with colours only where it is a terminal and {@code NO_COLOR} is not set.
     *
     * @param colours whether they are wanted at all
     * @param redaction masks what is printed
     */
    static Screen screen(boolean colours, Redaction redaction) {
        Charset charset = charset();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset);
        return new Screen(
                out, colours && Ansi.AUTO.enabled(), !charset.newEncoder().canEncode(NEEDED), redaction);
    }

    /** Which property tells depends on the version of Java, and on whether it is a terminal. */
    private static Charset charset() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .filter(Charset::isSupported)
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
    }
}
