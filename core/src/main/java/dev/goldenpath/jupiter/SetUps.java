package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.witness.TestWatch;
import dev.goldenpath.witness.Witness;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The shared set-ups of classes and factories, each recorded and watched until its context is closed. Thread-safe. */
final class SetUps {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SetUps.class);

    private final Ledger ledger;
    private final Witness witness;
    private final Map<String, TestWatch> watches = new ConcurrentHashMap<>();

    SetUps(Ledger ledger, Witness witness) {
        this.ledger = ledger;
        this.witness = witness;
    }

    /** Where the calls of this context are recorded, which is that of no single test. */
    Recording recordingOf(ExtensionContext context) {
        // In the store, so that a rerun, which is a plan of its own, starts with a new one.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), SetUp::new, SetUp.class)
                .recording;
    }

    /** The watches over those that a test may rest on. */
    Stream<TestWatch> of(String test) {
        return watches.entrySet().stream()
                .filter(setUp -> test.startsWith(setUp.getKey() + "/"))
                .map(Map.Entry::getValue);
    }

    /** JUnit before 5.13 closes the one type, later ones ask for the other. */
    private final class SetUp implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        private final String container;
        private final Recording recording;
        private final TestWatch watch;

        SetUp(String container) {
            this.container = container;
            this.recording = ledger.ofContainer(container);
            this.watch = witness.testBegins(recording);
            watches.put(container, watch);
        }

        @Override
        public void close() {
            watches.remove(container, watch);
            watch.ends(witnessed -> {});
        }
    }
}
