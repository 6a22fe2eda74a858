package dev.goldenpath.auth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Starts a Keycloak in a JVM that is there to be killed. */
final class KeycloakStarter {
    private KeycloakStarter() {}

    /** @param arguments the folder of the unpacked Keycloak, the realm's file, and the log; prints a line when it runs */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        KeycloakProcess process =
                KeycloakProcess.start(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        System.out.println(process.awaitWritten(Pattern.compile("(Running the server)")));
        Thread.currentThread().join();
    }
}
