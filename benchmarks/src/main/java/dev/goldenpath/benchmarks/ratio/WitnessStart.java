package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.Samples;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How much later a test begins because a witness starts beside the services. JVMs in pairs, with and without one. */
public final class WitnessStart implements Benchmark {
    private static final int JDK_WITH_A_FAST_START = 25;
    private static final int PAIRS = 20;

    @Override
    public String command() {
        return "ratio";
    }

    @Override
    public String name() {
        return "witness-start";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        int readiness = Runtime.version().feature() >= JDK_WITH_A_FAST_START ? 1_500 : 3_000;
        List<Double> added = new ArrayList<>();
        List<Double> base = new ArrayList<>();
        try (ServerProcess server = new ServerProcess(JsonServer.class)) {
            String port = server.ports().get(0).toString();
            for (int i = 0; i < PAIRS; i++) {
                boolean first = i % 2 == 0;
                double one = begins(port, readiness, first);
                double other = begins(port, readiness, !first);
                added.add(first ? one - other : other - one);
                base.add(first ? other : one);
            }
        }
        out.println("RATIO witness-start.ms " + samples(added));
        out.println("BASE witness-start.ms " + samples(base));
        Machine.print(out, start);
        return true;
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue));
    }

    /** Milliseconds from the start of a JVM to its first test. */
    private static double begins(String port, int readiness, boolean watched) throws IOException {
        Process run = new JavaCommand(
                        StartingRun.class, List.of(), List.of(port, Integer.toString(readiness), "" + watched))
                .builder()
                .start();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            String line = told.readLine();
            if (line == null) {
                throw new IOException("A run ended before its first test.");
            }
            return Double.parseDouble(line);
        }
    }
}
