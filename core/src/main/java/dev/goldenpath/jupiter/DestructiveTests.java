package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Origin;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps tests that are tagged {@code destructive} from a protected environment. Stateless. */
final class DestructiveTests {
    private static final String TAG = "destructive";

    private DestructiveTests() {}

    /**
     * Returns where the test, or class, of this context may run. A test has the tags of its method and of all its classes, a
     * class its own and those of the classes around it.
     *
     * @throws ConfigurationException where it may not; the same message for all of them, so that they fold
     */
    static void refuse(ExtensionContext context, Environment environment) {
        Origin origin = environment.protectedBy();
        if (origin != null && context.getTags().contains(TAG)) {
            throw new ConfigurationException(
                    "Environment '" + environment.name() + "' is protected (" + origin
                            + "), and this test is tagged '" + TAG
                            + "'. Run it in another environment, or leave such tests out: -DexcludedGroups=" + TAG
                            + ".",
                    List.of());
        }
    }
}
