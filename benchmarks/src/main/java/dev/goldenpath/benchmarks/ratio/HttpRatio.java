package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;

/** What a recorded call costs more than the same call of the HTTP client underneath. */
public final class HttpRatio implements Benchmark {

    @Override
    public String command() {
        return "ratio";
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        Pairs pairs = measure(options);
        out.println("RATIO http.cpu-us " + pairs.added(Block::cpuMicros));
        out.println("RATIO http.alloc-bytes " + pairs.added(Block::allocatedBytes));
        out.println("RATIO http.wall " + pairs.times(Block::wallMicros));
        out.println("BASE http.cpu-us " + pairs.base(Block::cpuMicros));
        out.println("BASE http.alloc-bytes " + pairs.base(Block::allocatedBytes));
        out.println("BASE http.wall-us " + pairs.base(Block::wallMicros));
        Machine.print(out, start);
        return true;
    }

    private static Pairs measure(Options options) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder();
                ServerProcess server = new ServerProcess(JsonServer.class)) {
            URI url = URI.create("http://127.0.0.1:" + server.ports().get(0));
            try (RecordedHttp recorded = new RecordedHttp(url, folder.path());
                    BareHttp bare = new BareHttp(url.resolve("/orders"), recorded.headers())) {
                return Pairs.measure(bare, recorded, options);
            }
        }
    }
}
