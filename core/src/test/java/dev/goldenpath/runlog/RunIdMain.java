package dev.goldenpath.runlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints the run's id as this JVM sees it, or starts another JVM that does. */
public final class RunIdMain {
    private RunIdMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        if (!all.contains("fork")) {
            System.out.println(RunId.ofThisJvm());
            return;
        }
        Process fork = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunIdMain.class.getName())
                .redirectErrorStream(true)
                .start();
        System.out.print(new String(fork.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        fork.waitFor();
    }
}
