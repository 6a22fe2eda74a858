package dev.goldenpath.benchmarks.accuracy;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Loopback;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Whether the phases of an exchange are true, against a server with known delays and beside curl. */
public final class HttpAccuracy implements Benchmark {
    /** The first handshakes and calls of a JVM load and compile classes. */
    private static final int WARM_UPS = 10;

    @Override
    public String command() {
        return "accuracy";
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        return SlowNames.arePossible()
                ? SlowNames.run(HttpAccuracy.class, String.valueOf(options.calls()))
                : measure(options.calls(), out);
    }

    /** The same in a JVM where names are slow; takes the number of calls. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Loopback.start(() -> {
            JavaCommand.awaitEndOfInput();
            System.exit(1);
        });
        System.exit(measure(Integer.parseInt(arguments[0]), System.out) ? 0 : 1);
    }

    private static boolean measure(int calls, PrintStream out) throws IOException {
        long start = System.nanoTime();
        TruthTable table = new TruthTable(out);
        try (TemporaryFolder folder = new TemporaryFolder();
                OurPhases ours = new OurPhases(folder.path())) {
            SelfSigned key = SelfSigned.in(folder.path());
            Optional<Curl> curl = Optional.of(new Curl(folder.path())).filter(Curl::isInstalled);
            try (ServerProcess server =
                    new ServerProcess(TruthServer.class, key.keyStore().toString())) {
                for (TruthScene scene : TruthScenes.all(server.ports(), key.certificate(), calls)) {
                    measure(scene, ours, curl.filter(installed -> scene.forCurl()), table);
                }
            }
        }
        if (!SlowNames.areHere()) {
            table.notMeasured("slow-name", "dns", "this takes a JDK from version 18 on");
        }
        Machine.print(out, start);
        return table.kept();
    }

    private static void measure(TruthScene scene, OurPhases ours, Optional<Curl> curl, TruthTable table)
            throws IOException {
        for (int i = 0; i < Math.min(WARM_UPS, scene.calls() / 5); i++) {
            ours.call(scene.name(), scene.target().next(), scene.keys());
        }
        PhaseTimes ourTimes = new PhaseTimes();
        PhaseTimes curlTimes = new PhaseTimes();
        for (int i = 0; i < scene.calls(); i++) {
            ourTimes.add(ours.call(scene.name(), scene.target().next(), scene.keys()));
            if (curl.isPresent()) {
                curlTimes.add(curl.get().call(scene.target().next()));
            }
        }
        for (Truth truth : scene.truths()) {
            table.row(scene, truth, ourTimes.median(truth.phase()), curlTimes.median(truth.phase()));
        }
        Truth rest =
                Truth.almostNothing("unattributed", ourTimes.median("total").orElseThrow());
        table.row(scene, rest, ourTimes.median(rest.phase()), Optional.empty());
    }
}
