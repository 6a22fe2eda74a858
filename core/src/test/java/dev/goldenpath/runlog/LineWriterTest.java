package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.Sha256;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits to be written, and what becomes of it. */
class LineWriterTest {

    @Test
    void whoeverHandsOverMoreThanCanBeWrittenWaits() throws Exception {
        int lines = 5_000;
        AtomicInteger handedOver = new AtomicInteger();
        List<Integer> lags = new ArrayList<>();
        Pipe pipe = Pipe.open();
        try (LineWriter writer = to(Channels.newOutputStream(pipe.sink()));
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(pipe.source()), StandardCharsets.UTF_8))) {
            Thread caller = new Thread(() -> {
                for (int i = 0; i < lines; i++) {
                    evidence(writer, i + "x".repeat(1_000));
                    handedOver.incrementAndGet();
                }
            });
            caller.start();
            for (int i = 0; i < lines; i++) {
                assertThat(LogFolder.parse(reader.readLine()).path("kind").textValue())
                        .startsWith(i + "x");
                lags.add(handedOver.get() - i);
            }
            caller.join(TimeUnit.SECONDS.toMillis(60));
        }
        // A full queue, one that is being written, and what the pipe and its reader hold.
        assertThat(lags).allMatch(lag -> lag < 2_500);
    }

    @Test
    void longLinesFillTheQueueByTheirSize() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (LineWriter writer = to(file)) {
            writer.writeLater(LineType.EVIDENCE, Integer.MAX_VALUE / 2, fields -> fields.put("kind", "long"));
            assertThat(file.size()).isPositive();
        }
    }

    @Test
    void theLinesOfAThreadKeepTheirOrderAndTimesNeverGoBack() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (LineWriter writer = to(file)) {
            List<Thread> threads = IntStream.range(0, 6)
                    .mapToObj(i -> new Thread(() -> IntStream.range(0, 500).forEach(j -> {
                        evidence(writer, i + "/" + j + " " + "x".repeat(j));
                        if (j % 50 == i) {
                            writer.write(LineType.TEST_STARTED, fields -> fields.put("test", i + "/" + j));
                        }
                    })))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(60));
            }
        }
        List<JsonNode> lines = parsed(file);
        assertThat(lines).hasSize(6 * 510);
        assertThat(lines)
                .extracting(line -> Instant.parse(line.path("at").textValue()))
                .isSorted();
        assertChained(file);
        for (int i = 0; i < 6; i++) {
            String own = i + "/";
            assertThat(lines)
                    .extracting(line -> line.path("kind").asText())
                    .filteredOn(kind -> kind.startsWith(own))
                    .containsExactlyElementsOf(IntStream.range(0, 500)
                            .mapToObj(j -> own + j + " " + "x".repeat(j))
                            .toList());
        }
    }

    @Test
    void anInterruptedThreadLosesNoEvidence() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (LineWriter writer = to(file)) {
            Thread.currentThread().interrupt();
            try {
                IntStream.range(0, 1_000).forEach(i -> evidence(writer, "e" + i));
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
        assertThat(parsed(file)).hasSize(1_000);
    }

    @Test
    void aLineThatCannotBeWrittenIsToldAndTheOthersAreNot() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (LineWriter writer = to(file)) {
            evidence(writer, "one");
            writer.writeLater(LineType.EVIDENCE, 0, fields -> {
                fields.put("kind", "broken");
                throw new IllegalStateException("no");
            });
            evidence(writer, "two");
            writer.close();
            assertThat(writer.failure())
                    .get()
                    .hasToString("java.io.IOException: A line of type evidence can't be written: "
                            + "java.lang.IllegalStateException: no");
        }
        assertThat(parsed(file))
                .extracting(
                        line -> line.path("kind").asText(),
                        line -> line.path("seq").asInt())
                .containsExactly(tuple("one", 1), tuple("two", 2));
    }

    @Test
    void whatIsHandedOverAfterTheEndIsToldAsLost(@TempDir Path folder) throws IOException {
        LineWriter writer = LineWriter.create(folder, "run", RunClock.start(Clock.systemUTC()), new Redaction());
        writer.close();
        assertThat(writer.failure()).isEmpty();
        evidence(writer, "late");
        assertThat(writer.failure()).isPresent();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsTold() throws IOException {
        try (LineWriter writer = to(new FileOutputStream("/dev/full"))) {
            evidence(writer, "e");
            writer.write(LineType.TEST_FINISHED, fields -> fields.put("test", "t"));
            assertThat(writer.failure()).isPresent();
            evidence(writer, "e");
        }
    }

    @ParameterizedTest
    @CsvSource({"halt,3", "exit,2"})
    void aJvmThatEndsWithoutClosingItsLogHasWrittenAllEvidence(String end, int others, @TempDir Path folder)
            throws Exception {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogMain.class.getName(),
                        folder.toString(),
                        end)
                .inheritIO()
                .start();
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<JsonNode> lines = new LogFolder(folder).objects();
        assertThat(lines).hasSize(LogMain.LINES + others);
        assertThat(lines.get(LogMain.LINES + 1).path("revision").textValue()).isEqualTo("number 999");
    }

    private static LineWriter to(OutputStream file) {
        return LineWriter.to(file, RunClock.start(Clock.systemUTC()), new Redaction());
    }

    private static void evidence(LineWriter writer, String kind) {
        writer.writeLater(LineType.EVIDENCE, 0, fields -> fields.put("kind", kind));
    }

    private static void assertChained(ByteArrayOutputStream file) {
        String previous = "";
        int seq = 0;
        for (String line : file.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode parsed = LogFolder.parse(line);
            assertThat(parsed.path("seq").intValue()).isEqualTo(++seq);
            assertThat(parsed.path("prev").textValue()).isEqualTo(previous);
            previous = Sha256.of(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<JsonNode> parsed(ByteArrayOutputStream file) {
        return file.toString(StandardCharsets.UTF_8)
                .lines()
                .map(LogFolder::parse)
                .toList();
    }
}
