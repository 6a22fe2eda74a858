package dev.goldenpath.example.stack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account PostgreSQL runs under: it refuses to run as root, which is who a container usually is.
 *
 * @param prefix the words before a command that make it run under this account
 * @param fileOwner the numeric user that must own the server's files, or null if that is so anyway
 */
record ServerAccount(List<String> prefix, @Nullable Integer fileOwner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    private static final ServerAccount OWN = new ServerAccount(List.of(), null);
    /** Root in a user namespace without a mapping looks like nobody, and keeps root's files. */
    private static final ServerAccount IN_USER_NAMESPACE = new ServerAccount(List.of("unshare", "-U"), ROOT);
    /** Where user namespaces are refused, root can still become nobody for good. */
    private static final ServerAccount UNPRIVILEGED =
            new ServerAccount(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

    /** Tries what this machine allows. */
    static ServerAccount detect() throws StackException {
        try {
            if (!CurrentUser.detect().isRoot()) {
                return OWN;
            }
        } catch (IOException e) {
            throw new StackException("The current user cannot be found out", e);
        }
        for (ServerAccount candidate : List.of(IN_USER_NAMESPACE, UNPRIVILEGED)) {
            if (candidate.works()) {
                return candidate;
            }
        }
        throw new StackException("PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here:"
                + " start the stack as an ordinary user");
    }

    private boolean works() throws StackException {
        try {
            return command("true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", interrupted);
        }
    }

    ProcessBuilder command(String... command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(command));
        return new ProcessBuilder(words);
    }

    /** Gives a directory and all in it to this account: an earlier run may have used another one. */
    void own(Path directory) throws IOException {
        if (fileOwner == null) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.toList()) {
                Files.setAttribute(path, "unix:uid", fileOwner);
            }
        }
    }
}
