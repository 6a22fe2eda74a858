package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Many messages and many sessions; the profile {@code scale} has many more of both. */
class ScaleTest {
    private static final int LIMIT_SECONDS = 900;
    private static final int MESSAGES = Integer.getInteger("many.messages", 20_000);
    private static final String HEAP = System.getProperty("many.messages.heap", "32m");
    private static final int SESSIONS = Integer.getInteger("many.sessions", 200);
    private static final int MOST_THREADS_MORE = 60;
    private static final int MOST_HEAP_A_SESSION = 40_000;
    private static final Pattern TOLD = Pattern.compile(
            "(\\d+) sessions, (\\d+) messages received, (-?\\d+) threads more, (-?\\d+) bytes of heap a session");

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    @Test
    void everyMessageIsCountedAndInTheLogWithItsDigestInLittleMemory() throws Exception {
        String told = run(
                "-Xmx" + HEAP,
                ManyMessages.class,
                MESSAGES,
                folder.resolve("log").toString());

        assertThat(told.lines())
                .containsExactly(
                        "received " + MESSAGES + " messages, " + (long) MESSAGES * Ticks.BYTES + " bytes",
                        "logged " + MESSAGES + " in order, each with its digest");
    }

    @Test
    void manySessionsLoseNothingAndTakeFewThreadsAndLittleHeap() throws Exception {
        String told = run("-Xmx4g", ManySessions.class, SESSIONS);

        System.out.println(told);
        Matcher figures = TOLD.matcher(told.strip());
        assertThat(figures.matches()).as(told).isTrue();
        assertThat(Long.parseLong(figures.group(2))).isEqualTo(SESSIONS * 10L);
        assertThat(Integer.parseInt(figures.group(3))).isLessThanOrEqualTo(MOST_THREADS_MORE);
        assertThat(Integer.parseInt(figures.group(4))).isLessThanOrEqualTo(MOST_HEAP_A_SESSION);
    }

    private String run(String heap, Class<?> main, int count, String... more) throws IOException, InterruptedException {
        ProcessBuilder builder = ServerProcess.java(main, SERVER.url().toString(), Integer.toString(count));
        builder.command().addAll(1, List.of(heap, "-XX:+ExitOnOutOfMemoryError"));
        builder.command().addAll(List.of(more));
        Path told = folder.resolve("told");
        Process process = builder.redirectOutput(told.toFile()).start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(told);
    }
}
