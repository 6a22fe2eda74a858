package dev.goldenpath.benchmarks.probes;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.Samples;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long it takes to find twenty services ready of which one is slow: no longer than that one, and a little. */
public final class ProbesRatio implements Benchmark {
    private static final int SERVICES = 20;
    private static final String SLOW_MILLIS = "1000";
    private static final String MILLIS = "100";
    private static final double MOST_SECONDS = 1.2;

    @Override
    public String command() {
        return "ratio";
    }

    @Override
    public String name() {
        return "probes";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        List<Double> ours = new ArrayList<>();
        List<Double> base = new ArrayList<>();
        List<String> millis = new ArrayList<>(Collections.nCopies(SERVICES, MILLIS));
        millis.set(SERVICES / 2, SLOW_MILLIS);
        try (TemporaryFolder folder = new TemporaryFolder();
                ServerProcess server = new ServerProcess(HealthServer.class, millis.toArray(String[]::new))) {
            List<URI> services = server.ports().stream()
                    .map(port -> URI.create("http://127.0.0.1:" + port))
                    .toList();
            try (GateRun gates = new GateRun(services, folder.path())) {
                for (int round = 0; round < options.calls(); round++) {
                    if (round % 2 == 0) {
                        base.add(bare(services));
                        ours.add(gates.seconds());
                    } else {
                        ours.add(gates.seconds());
                        base.add(bare(services));
                    }
                }
            }
        }
        Samples seconds = samples(ours);
        out.println("RATIO probes.seconds " + seconds);
        out.println("BASE probes.seconds " + samples(base));
        Machine.print(out, start);
        return isSoonEnough(seconds);
    }

    /** Whether half of the rounds took no longer than is demanded. */
    static boolean isSoonEnough(Samples seconds) {
        return seconds.median() <= MOST_SECONDS;
    }

    private static double bare(List<URI> services) throws IOException {
        long start = System.nanoTime();
        BareProbes.ask(services);
        return (System.nanoTime() - start) / 1e9;
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue));
    }
}
