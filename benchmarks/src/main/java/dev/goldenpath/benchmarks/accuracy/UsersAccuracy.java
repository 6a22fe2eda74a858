package dev.goldenpath.benchmarks.accuracy;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import dev.goldenpath.benchmarks.frame.UsersScene;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.users.Journey;
import dev.goldenpath.users.StepFigures;
import dev.goldenpath.users.UsersResult;
import dev.goldenpath.users.VirtualUser;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Whether the percentiles of a step of many users are true, against the server's own record of the same requests. */
public final class UsersAccuracy implements Benchmark {
    private static final int USERS = 20;

    private static final String STEP = "work";
    /** At most, of each user, in a step of another name: connections are opened, and classes loaded and compiled. */
    private static final int WARM_UPS = 10;

    private static final Duration FOR_ALL_ELSE = Duration.ofSeconds(60);
    private static final Duration FOR_A_CALL = Duration.ofSeconds(1);

    private final Journey.Action more;

    /** The measurement. */
    public UsersAccuracy() {
        this(() -> {});
    }

    /** @param more what each step does after its call, unknown to the server */
    UsersAccuracy(Journey.Action more) {
        this.more = more;
    }

    @Override
    public String command() {
        return "accuracy";
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        try (TemporaryFolder folder = new TemporaryFolder();
                ServerProcess server = new ServerProcess(SpreadServer.class)) {
            String url = "http://127.0.0.1:" + server.ports().get(0);
            List<String> tokens = IntStream.rangeClosed(1, USERS)
                    .mapToObj(number -> "token-of-user-" + number)
                    .toList();
            // Put into words at once, as a run log would sooner or later.
            try (UsersScene scene = new UsersScene(
                    folder.path(), Map.of("backend", "{ url: '" + url + "' }"), tokens, RecordedEvidence::evidence)) {
                Duration limit = FOR_A_CALL.multipliedBy(options.calls()).plus(FOR_ALL_ELSE);
                UsersResult result = scene.together(limit, user -> live(user, options.calls()));
                StepFigures ours = result.step(STEP);
                boolean kept = PercentileTable.print(
                        out,
                        STEP,
                        ServerTimes.ask(server.ports().get(1)),
                        ours.count(),
                        percent -> ours.percentile(percent).toNanos() / 1e6);
                out.println("USERS " + USERS + ", at most " + result.inFlight() + " in flight at once");
                Machine.print(out, start);
                return kept;
            }
        }
    }

    private void live(VirtualUser user, int calls) throws Exception {
        ServiceClient backend = user.http("backend");
        for (int i = 0; i < Math.min(WARM_UPS, calls); i++) {
            user.step("warm-up", () -> call(backend, "/warm-up"));
        }
        for (int i = 0; i < calls; i++) {
            user.step(STEP, () -> {
                call(backend, SpreadServer.RECORDED);
                more.run();
            });
        }
    }

    private static void call(ServiceClient backend, String path) throws IOException {
        if (backend.get(path).send().status() != 200) {
            throw new IOException("The server did not answer.");
        }
    }
}
