package dev.goldenpath.report;

import java.io.Console;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What this process prints to.
 *
 * @since 0.1.0
 */
public final class StandardOutput {
    /** What the reports can't do without, unless it is said in ASCII. */
    private static final String NEEDED = "→←…├└│─·";

    private StandardOutput() {}

    /**
     * Whether a person sees at once what is printed, and a carriage return goes back in the line. False for a pipe, as
     * it is in the JVMs that Surefire and Failsafe start, and for a terminal that calls itself dumb.
     */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isTerminal(Map<String, String> variables) {
        Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(variables.get("TERM"));
    }

    /** Prints a report: in ASCII where no more can be printed, and in colours where they can be seen. */
    public static void print(String report, Map<String, String> variables) {
        String shown = isPlain(charset()) ? Ascii.of(report) : report;
        boolean colours = isTerminal(variables) && !ProgressStyle.isSet(variables, "NO_COLOR");
        System.out.print(colours ? Colours.of(shown) : shown);
        System.out.flush();
    }

    /** In which characters it is read; which property tells depends on the version of Java, and on whether it is a terminal. */
    public static Charset charset() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .filter(Charset::isSupported)
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
    }

    /** Whether {@code charset} has less than the reports are written in. */
    public static boolean isPlain(Charset charset) {
        return !charset.newEncoder().canEncode(NEEDED);
    }

    /** Since Java 22 there may be a console without a terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
