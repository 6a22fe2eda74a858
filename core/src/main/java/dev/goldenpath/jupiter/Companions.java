package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Canary;
import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.TestEvidence;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test has injected besides clients: it is of the test itself, and of no service. Stateless. */
final class Companions {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Companions.class);
    private static final Set<Class<?>> TYPES = Set.of(TestEvidence.class, Cleanup.class, Canary.class);

    private Companions() {}

    static boolean include(Class<?> type) {
        return TYPES.contains(type);
    }

    /** A companion of this type, which is one of those that are included. */
    static Object make(Class<?> type, RunSession session, ExtensionContext context, Supplier<Recording> recording) {
        if (type == Canary.class) {
            return canary(context);
        }
        return type == Cleanup.class
                ? Cleanups.of(session, context)
                : new TestEvidence(recording, session.redaction(), session.attachments());
    }

    /** The one canary of this context, whoever asks for it and however often. */
    private static Canary canary(ExtensionContext context) {
        // By id, for a store asks those of the contexts around it, too: a test must not get its class's canary.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> Canary.create(), Canary.class);
    }

    /** Refuses what names a service or a user for something that calls none. */
    static ExtensionConfigurationException misplaced(InjectionPoint point) {
        String type = point.type().getSimpleName();
        return new ExtensionConfigurationException(point.words() + " is a " + type
                + ", which calls no service, so neither @OnService nor @AsUser nor @AsAnyUser can stand on it. Declare a "
                + type + " as a parameter of a constructor or method, without annotation.");
    }
}
