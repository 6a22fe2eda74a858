package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.evidence.CleanupSteps;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The clean-up of each test, class and factory, kept with JUnit's own context of it. Stateless. */
final class Cleanups {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Cleanups.class);

    private Cleanups() {}

    /** The one clean-up of this context, whoever asks for it and however often. */
    static Cleanup of(RunSession session, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getUniqueId(), id -> new Kept(session, session.recordingOf(context)), Kept.class)
                .steps
                .cleanup();
    }

    /** Runs what was registered in this context, which is over; does nothing where nobody has asked for a clean-up. */
    static void run(ExtensionContext context) {
        Kept kept = context.getStore(NAMESPACE).get(context.getUniqueId(), Kept.class);
        if (kept != null) {
            kept.close();
        }
    }

    /** Closed with the store where a constructor fails, for then no callback is called. JUnit asks for both types. */
    private static final class Kept implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        private final RunSession session;
        private final Recording recording;
        private final CleanupSteps steps;

        Kept(RunSession session, Recording recording) {
            this.session = session;
            this.recording = recording;
            this.steps = new CleanupSteps(recording, session.redaction());
        }

        @Override
        public void close() {
            recording.enter(Phase.TEARDOWN);
            session.currentTest().with(recording, () -> {
                steps.run();
                return recording;
            });
        }
    }
}
