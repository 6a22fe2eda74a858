package dev.goldenpath.benchmarks.accuracy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers whose delays are known, and what is asked of the phases measured there. */
final class TruthScenes {
    private static final Truth WAIT = Truth.near("wait", TruthAnswer.WAIT_MILLIS);
    private static final Truth RECEIVE = Truth.near("receive", TruthAnswer.MORE_PIECES * TruthAnswer.PIECE_MILLIS);

    private TruthScenes() {}

    /**
     * All that this JVM can measure.
     *
     * @param ports of a {@link TruthServer}
     * @param certificate to trust
     * @param calls how many each has
     */
    static List<TruthScene> all(List<Integer> ports, Path certificate, int calls) {
        List<TruthScene> scenes = new ArrayList<>();
        scenes.add(new TruthScene(
                "plain", calls, () -> url("http", ports.get(0)), List.of(), true, List.of(WAIT, RECEIVE)));
        scenes.add(new TruthScene(
                "late-tls",
                calls,
                () -> url("https", ports.get(1)),
                List.of("tls: { trust: '" + certificate + "' }"),
                true,
                List.of(Truth.atLeast("tls", TruthServer.TLS_MILLIS, 35), WAIT, RECEIVE)));
        scenes.add(new TruthScene(
                "late-accept",
                calls,
                () -> url("http", ports.get(2)),
                List.of(),
                true,
                List.of(
                        Truth.almostNothing("connect", 0),
                        Truth.near("wait", TruthServer.ACCEPT_MILLIS + TruthAnswer.WAIT_MILLIS),
                        RECEIVE)));
        scenes.add(new TruthScene(
                "dropped-syn",
                // Each takes seconds, and the figure is the kernel's.
                Math.max(1, calls / 10),
                () -> url("http", SynTrap.ask(ports.get(3))),
                List.of(),
                true,
                List.of(Truth.within("connect", SynTrap.RETRANSMISSION_MILLIS, 50), WAIT, RECEIVE)));
        if (SlowNames.areHere()) {
            // A name for each call, as the JVM remembers those it has looked up.
            AtomicInteger number = new AtomicInteger();
            scenes.add(new TruthScene(
                    "slow-name",
                    calls,
                    () -> URI.create("http://call-" + number.incrementAndGet() + SlowNames.DOMAIN + ":" + ports.get(0)),
                    List.of(),
                    false,
                    List.of(Truth.within("dns", SlowNames.MILLIS, 8), WAIT, RECEIVE)));
        }
        return scenes;
    }

    private static URI url(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }
}
