package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Recording;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where what is done with an injected handle, a client or a companion, is recorded. Stateless. */
final class HandleRecording {
    private HandleRecording() {}

    /**
     * A handle of one test records for that test, whichever thread uses it; any other asks which test the calling thread
     * is of.
     *
     * @param ofWholeClass whether it is injected into a class's own set-up or tear-down
     * @param handle what it is, in words for messages
     */
    static Supplier<Recording> of(RunSession session, ExtensionContext context, boolean ofWholeClass, String handle) {
        Recording own = session.recordingOf(context);
        if (Bench.isFactory(context)) {
            return () -> session.currentTest().boundOr(own);
        }
        return ofWholeClass || context.getTestMethod().isEmpty()
                ? () -> session.currentTest().recording(handle)
                : () -> own;
    }
}
