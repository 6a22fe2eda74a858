package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;

/** What a recorded round trip over a WebSocket costs more than the same with the WebSocket client underneath. */
public final class SocketRatio implements Benchmark {

    @Override
    public String command() {
        return "ratio";
    }

    @Override
    public String name() {
        return "websocket";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        Pairs pairs = measure(options);
        out.println("RATIO websocket.wall " + pairs.times(Block::wallMicros));
        out.println("RATIO websocket.cpu " + pairs.times(Block::cpuMicros));
        out.println("RATIO websocket.alloc-bytes " + pairs.added(SocketRatio::bytesPerMessage));
        out.println("BASE websocket.wall-us " + pairs.base(Block::wallMicros));
        out.println("BASE websocket.cpu-us " + pairs.base(Block::cpuMicros));
        out.println("BASE websocket.alloc-bytes " + pairs.base(SocketRatio::bytesPerMessage));
        Machine.print(out, start);
        return true;
    }

    private static double bytesPerMessage(Block block) {
        return block.allocatedBytes() / RecordedSocket.MESSAGES_OF_A_CALL;
    }

    private static Pairs measure(Options options) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder();
                ServerProcess server = new ServerProcess(EchoServer.class)) {
            URI url = URI.create("http://127.0.0.1:" + server.ports().get(0));
            try (RecordedSocket recorded = new RecordedSocket(url, folder.path());
                    BareSocket bare = new BareSocket(url)) {
                return Pairs.measure(bare, recorded, options);
            }
        }
    }
}
