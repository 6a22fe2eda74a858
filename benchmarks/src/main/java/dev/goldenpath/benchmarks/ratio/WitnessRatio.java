package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;

/** What the network witness adds to a call of the library's own client. */
public final class WitnessRatio implements Benchmark {

    @Override
    public String command() {
        return "ratio";
    }

    @Override
    public String name() {
        return "witness";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        Pairs pairs = measure(options);
        out.println("RATIO witness.cpu-us " + pairs.added(Block::threadCpuMicros));
        out.println("RATIO witness.process-cpu-us " + pairs.added(Block::cpuMicros));
        out.println("RATIO witness.wall " + pairs.times(Block::wallMicros));
        out.println("BASE witness.cpu-us " + pairs.base(Block::threadCpuMicros));
        out.println("BASE witness.wall-us " + pairs.base(Block::wallMicros));
        Machine.print(out, start);
        return true;
    }

    private static Pairs measure(Options options) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder();
                ServerProcess server = new ServerProcess(JsonServer.class)) {
            URI url = URI.create("http://127.0.0.1:" + server.ports().get(0));
            try (WitnessedHttp off = new WitnessedHttp(url, folder.path(), false);
                    WitnessedHttp on = new WitnessedHttp(url, folder.path(), true)) {
                return Pairs.measure(off, on, options);
            }
        }
    }
}
