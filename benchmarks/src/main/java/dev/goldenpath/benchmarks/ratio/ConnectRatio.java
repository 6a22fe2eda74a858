package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;

/** Whether any of many sequential connects hangs, and what one takes. */
public final class ConnectRatio implements Benchmark {
    private static final int IN_A_ROW = 100;

    @Override
    public String command() {
        return "ratio";
    }

    @Override
    public String name() {
        return "websocket-connect";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        try (TemporaryFolder folder = new TemporaryFolder();
                ServerProcess server = new ServerProcess(EchoServer.class)) {
            URI url = URI.create("http://127.0.0.1:" + server.ports().get(0));
            try (RecordedConnect recorded = new RecordedConnect(url, folder.path());
                    BareConnect bare = new BareConnect(url)) {
                Connects base = new Connects(bare);
                Connects ours = new Connects(recorded);
                recorded.prepare();
                for (int made = 0; made < options.calls(); made += IN_A_ROW) {
                    int many = Math.min(IN_A_ROW, options.calls() - made);
                    base.make(many);
                    ours.make(many);
                }
                recorded.finish();
                out.println("RATIO websocket-connect.hung " + ours.hung() + " n=" + options.calls());
                out.println("RATIO websocket-connect.ms " + ours.millis());
                out.println("BASE websocket-connect.hung " + base.hung() + " n=" + options.calls());
                out.println("BASE websocket-connect.ms " + base.millis());
                Machine.print(out, start);
                if (ours.hung() > 0) {
                    return false;
                }
                recorded.verify(options.calls());
                return true;
            }
        }
    }
}
