package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.Samples;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import dev.goldenpath.client.LightThreads;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.function.ToDoubleFunction;

/** What a step of one of many users costs more than the same call of as many threads with the clients underneath. */
public final class UsersRatio implements Benchmark {
    private static final int USERS = 20;

    private final int users;

    /** The measurement. */
    public UsersRatio() {
        this(USERS);
    }

    /** With another number of users. */
    UsersRatio(int users) {
        this.users = users;
    }

    @Override
    public String command() {
        return "ratio";
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        try (TemporaryFolder folder = new TemporaryFolder();
                ServerProcess http = new ServerProcess(JsonServer.class);
                ServerProcess socket = new ServerProcess(EchoServer.class)) {
            UsersWork work = new UsersWork(users, options.calls(), url(http), url(socket));
            try (RecordedUsers recorded = new RecordedUsers(work, folder.path());
                    BareUsers bare = new BareUsers(work, recorded.sample())) {
                // A block is the work of all users, once: it takes them to begin and to end.
                Pairs pairs = Pairs.measure(
                        bare, recorded, new Options(options.command(), options.name(), options.blocks(), 1));
                out.println("RATIO users.wall " + pairs.times(Block::wallMicros));
                out.println("RATIO users.cpu " + pairs.times(Block::cpuMicros));
                out.println("BASE users.wall-us " + perStep(pairs, work, Block::wallMicros));
                out.println("BASE users.cpu-us " + perStep(pairs, work, Block::cpuMicros));
                out.println("USERS " + users + " " + kind() + " threads, " + work.steps() + " steps in a block");
            }
        }
        Machine.print(out, start);
        return true;
    }

    /** Of the threads of both sides. */
    static String kind() {
        return LightThreads.areVirtual() ? "virtual" : "platform";
    }

    private static Samples perStep(Pairs pairs, UsersWork work, ToDoubleFunction<Block> figure) {
        return pairs.base(block -> figure.applyAsDouble(block) / work.steps());
    }

    private static URI url(ServerProcess server) {
        return URI.create("http://127.0.0.1:" + server.ports().get(0));
    }
}
