package dev.goldenpath.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Hands the one {@link Keycloak} of this JVM to tests, and starts it for the first of them. Such a test has the tag
 * {@code keycloak}, with which only the Maven profile of that name runs it.
 */
final class KeycloakExtension extends TypeBasedParameterResolver<Keycloak> {
    static final Path REALM = Path.of("src", "test", "resources", "keycloak", "golden-path-realm.json");
    private static final Path LOG = Path.of("target", "keycloak.log");

    @Override
    public Keycloak resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(KeycloakExtension.class))
                .getOrComputeIfAbsent(Keycloak.class, key -> start(), Keycloak.class);
    }

    /** Where Maven has unpacked it. */
    static Path program() {
        String program = System.getProperty("keycloak.program");
        if (program == null) {
            throw new IllegalStateException(
                    "There is no Keycloak to start: system property keycloak.program is not set."
                            + " Run mvn test -pl auth -am -Pkeycloak -Dgroups=keycloak, or name the folder of an unpacked Keycloak.");
        }
        return Path.of(program);
    }

    private static Keycloak start() {
        try {
            Files.createDirectories(LOG.toAbsolutePath().getParent());
            KeycloakProcess process = KeycloakProcess.start(program(), REALM, LOG);
            try {
                return new Keycloak(process, process.awaitReady());
            } catch (IOException | InterruptedException | RuntimeException e) {
                process.close();
                throw e;
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Keycloak could not be started; see " + LOG, e);
        }
    }
}
