package dev.goldenpath.example.stack.backend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks every dependency, all at once and in bounded time, whether it works right now. Thread-safe. */
final class DeepHealth implements AutoCloseable {
    private static final int TIMEOUT_MS = 2_000;

    private final ExecutorService probes = Executors.newCachedThreadPool();
    private final Map<String, Callable<?>> dependencies;

    /** A probe returns normally if its dependency works. */
    DeepHealth(Map<String, Callable<?>> dependencies) {
        this.dependencies = dependencies;
    }

    /**
     * The answer of one dependency.
     *
     * @param status up or down
     * @param responseMs how long the answer took; null if there was none
     * @param error why it is down; null if it is up
     */
    record Check(
            String status,
            @Nullable Double responseMs,
            @Nullable String error) {
        static Check up(double responseMs) {
            return new Check("up", responseMs, null);
        }

        static Check down(String error) {
            return new Check("down", null, error);
        }
    }

    /**
     * The whole picture.
     *
     * @param status up if everything is up
     * @param checks by the name of the dependency
     */
    record Report(String status, Map<String, Check> checks) {
        boolean isUp() {
            return status.equals("up");
        }

        /** The same checks, but down whatever they say. */
        Report butDown() {
            return new Report("down", checks);
        }
    }

    Report check() {
        Map<String, CompletableFuture<Check>> running = new LinkedHashMap<>();
        dependencies.forEach((name, probe) -> running.put(
                name,
                CompletableFuture.supplyAsync(() -> run(probe), probes)
                        .completeOnTimeout(
                                Check.down("no answer within " + TIMEOUT_MS + " ms"),
                                TIMEOUT_MS,
                                TimeUnit.MILLISECONDS)));
        Map<String, Check> checks = new LinkedHashMap<>();
        running.forEach((name, check) -> checks.put(name, check.join()));
        boolean up = checks.values().stream().allMatch(check -> check.status().equals("up"));
        return new Report(up ? "up" : "down", checks);
    }

    private static Check run(Callable<?> probe) {
        long start = System.nanoTime();
        try {
            probe.call();
            return Check.up(Math.round((System.nanoTime() - start) / 100_000.0) / 10.0);
        } catch (Exception cause) {
            return Check.down(String.valueOf(cause.getMessage()));
        }
    }

    @Override
    public void close() {
        probes.shutdownNow();
    }
}
