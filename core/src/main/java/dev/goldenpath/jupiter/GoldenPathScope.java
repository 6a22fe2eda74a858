package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Recording;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The door for extensions of JUnit that work with golden-path tests: the clients of the environment that a test runs
 * against, and where its evidence goes. Stateless.
 *
 * @since 0.1.0
 */
public final class GoldenPathScope {
    private final ExtensionContext context;
    private final ChosenEnvironment environment;

    private GoldenPathScope(ExtensionContext context, ChosenEnvironment environment) {
        this.context = context;
        this.environment = environment;
    }

    /**
     * The scope of a test, or of a class of tests.
     *
     * @throws IllegalStateException when Golden Path is not switched on there, or not yet: an extension is to be
     *     registered behind {@link GoldenPath}
     */
    public static GoldenPathScope of(ExtensionContext context) {
        return new GoldenPathScope(
                context,
                ChosenEnvironment.of(context)
                        .orElseThrow(() -> new IllegalStateException("Golden Path is not switched on for "
                                + context.getTestClass().map(Class::getName).orElse(context.getDisplayName())
                                + ". Put @GoldenPath on the class, before "
                                + "the extension that asks for it.")));
    }

    /**
     * The clients of its environment.
     *
     * @throws ConfigurationException when the environment can't be used
     * @throws IllegalStateException when no golden-path run is open
     */
    public Clients clients() {
        return RunSession.current().environment(environment.name()).clients();
    }

    /**
     * Where the evidence of this test goes; of its class, where the scope is that of a class or of a test factory.
     *
     * @throws IllegalStateException when no golden-path run is open
     */
    public Recording recording() {
        return RunSession.current().recordingOf(context);
    }
}
