package dev.goldenpath.example.stack;

import dev.goldenpath.example.stack.launcher.Launcher;
import dev.goldenpath.example.stack.launcher.Options;
import dev.goldenpath.example.stack.launcher.UsageException;
import java.util.List;

/** Starts the whole example product; exits with 1 if it fails, with 2 if the command line is wrong. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String... args) {
        if (List.of(args).contains("--help")) {
            System.out.print(Options.USAGE);
            return 0;
        }
        try {
            return Launcher.run(Options.parse(args));
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            return 2;
        }
    }
}
