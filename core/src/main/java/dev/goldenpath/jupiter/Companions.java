package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.TestEvidence;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test has injected besides clients: it is of the test itself, and of no service. Stateless. */
final class Companions {
    private static final Set<Class<?>> TYPES = Set.of(TestEvidence.class, Cleanup.class);

    private Companions() {}

    static boolean include(Class<?> type) {
        return TYPES.contains(type);
    }

    /** A companion of this type, which is one of those that are included. */
    static Object make(Class<?> type, RunSession session, ExtensionContext context, Supplier<Recording> recording) {
        return type == Cleanup.class
                ? Cleanups.of(session, context)
                : new TestEvidence(recording, session.redaction(), session.attachments());
    }

    /** Refuses what names a service or a user for something that calls none. */
    static ExtensionConfigurationException misplaced(Class<?> type, String target) {
        return new ExtensionConfigurationException(target + " is a " + type.getSimpleName()
                + ", which calls no service, so neither @OnService nor @AsUser can stand on it. Declare a "
                + type.getSimpleName() + " as a parameter of a constructor or method, without annotation.");
    }
}
