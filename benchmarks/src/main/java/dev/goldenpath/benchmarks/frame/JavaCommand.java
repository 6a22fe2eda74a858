package dev.goldenpath.benchmarks.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts main classes of this program in JVMs of their own, which end with this one, however it ends. */
public final class JavaCommand {
    private final List<String> command = new ArrayList<>();

    /** A main class with this program's class path, and with {@code more} before it. */
    public JavaCommand(Class<?> main, List<Path> more, List<String> arguments) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-cp");
        StringBuilder classPath = new StringBuilder();
        more.forEach(path -> classPath.append(path).append(System.getProperty("path.separator")));
        command.add(classPath.append(System.getProperty("java.class.path")).toString());
        command.add(main.getName());
        command.addAll(arguments);
    }

    public ProcessBuilder builder() {
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Returns when whoever started this process has ended, or has closed the pipe to it. */
    public static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is said on this pipe.
        }
    }
}
