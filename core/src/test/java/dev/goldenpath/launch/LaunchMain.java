package dev.goldenpath.launch;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Redaction;
import java.nio.file.Path;

/** Starts many processes, of which the first ends this JVM as Ctrl-C does, while the others are being started. */
public final class LaunchMain {
    private static final int OTHERS = 200;

    private LaunchMain() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        String sleep = "sleep " + arguments[1];
        String launch = "      - { name: first, command: [sh, -c, 'kill -INT $PPID; exec " + sleep + "'] }\n"
                + ("      - { name: other, command: " + sleep + " }\n").repeat(OTHERS);
        Environment environment = new Project(folder)
                .yaml("environments:\n  local:\n    launch:\n" + launch)
                .load();
        try {
            LaunchedProcesses.start(environment, folder.resolve("output"), new Redaction());
        } catch (EnvironmentNotReadyException e) {
            System.out.println(e.getMessage());
        }
    }
}
