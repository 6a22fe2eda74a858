package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.report.StandardOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import picocli.CommandLine.Help.Ansi;

/** Finds out what this process prints to. */
final class Terminal {
    private Terminal() {}

    /**
     * The standard output, with colours only where it is a terminal and {@code NO_COLOR} is not set.
     *
     * @param colours whether they are wanted at all
     * @param redaction masks what is printed
     */
    static Screen screen(boolean colours, Redaction redaction) {
        Charset charset = StandardOutput.charset();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset);
        return new Screen(out, colours && Ansi.AUTO.enabled(), StandardOutput.isPlain(charset), redaction);
    }
}
