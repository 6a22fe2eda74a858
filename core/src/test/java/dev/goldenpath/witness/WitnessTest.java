package dev.goldenpath.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.witness.WitnessedTest.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jdk.jfr.Event;
import jdk.jfr.Name;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Traffic of clients that are not the library's own, seen by the witness alone. */
class WitnessTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final byte[] QUESTION = "GET /answer?body=1 HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static Witness witness;

    private final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of());
    private final Recording recording = ledger.ofTest("class/test", 1);

    @BeforeAll
    static void watch(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("goldenpath.yaml"),
                "environments: { local: { services: { orders: { url: '" + SERVER.url() + "' } } } }\n");
        witness = Witness.start();
        witness.declare(new EnvironmentLoader(Map.of(), Map.of(), folder).load(null));
        assertThat(witness.await(LIMIT)).isEmpty();
    }

    @AfterAll
    static void watchNoMore() {
        witness.close();
    }

    /** What a test does. */
    private interface Work {
        void run() throws Exception;
    }

    @Test
    void bytesBothWaysOfASocketWithADeclaredServiceProveATest() {
        WitnessedTest told = witnessed(WitnessTest::ask);

        assertThat(told.standing()).isEqualTo(Standing.PROVEN);
        assertThat(told.words())
                .isEqualTo("This JVM's sockets saw bytes both ways with a declared service, by another client.");
        assertThat(told.exchanges()).isZero();
        assertThat(told.rows()).singleElement().satisfies(row -> {
            assertThat(row.service()).isEqualTo("orders");
            assertThat(row.address()).isEqualTo("127.0.0.1");
            assertThat(row.port()).isEqualTo(SERVER.url().getPort());
            assertThat(row.sentBytes()).isEqualTo(QUESTION.length);
            assertThat(row.receivedBytes()).isGreaterThan(QUESTION.length);
            assertThat(row.foreign()).isTrue();
        });
        assertThat(told.foreignAnswers()).containsOnlyKeys("orders");
    }

    @Test
    void theJdksHttpClientIsSeenOnItsOwnThreads() {
        WitnessedTest told = witnessed(() -> HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(SERVER.url().resolve("/answer?body=1"))
                                .build(),
                        BodyHandlers.ofString()));

        assertThat(told.standing()).isEqualTo(Standing.PROVEN);
        assertThat(told.rows()).extracting(SocketTraffic::alone).containsExactly(true);
    }

    @Test
    void aChannelOnAChildThreadIsSeen() {
        WitnessedTest told = witnessed(() -> CompletableFuture.runAsync(WitnessTest::askByChannel)
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join());

        assertThat(told.standing()).isEqualTo(Standing.PROVEN);
    }

    @Test
    void trafficWithAnAddressThatIsNotDeclaredProvesNothing() {
        WitnessedTest told = witnessed(() -> {
            try (Socket socket = new Socket("127.0.0.1", SERVER.bannerUrl().getPort())) {
                socket.getOutputStream().write(QUESTION);
                socket.getInputStream().read();
            }
        });

        assertThat(told.standing()).isEqualTo(Standing.UNWITNESSED);
        assertThat(told.rows()).singleElement().satisfies(row -> {
            assertThat(row.service()).isNull();
            assertThat(row.receivedBytes()).isPositive();
        });
    }

    @Test
    void whatHappensOutsideTheTestsOwnPartProvesNothing() throws Exception {
        TestWatch watch = witness.testBegins(recording);
        ask();
        try (TestWatch.Part part = watch.part()) {
            assertThat(part).isNotNull();
        }
        ask();

        WitnessedTest told = settled(watch);
        assertThat(told.standing()).isEqualTo(Standing.UNWITNESSED);
        assertThat(told.rows()).isEmpty();
    }

    @Test
    void parallelTestsAreProvenByTheirOwnThreads() {
        int tests = 4;
        CyclicBarrier together = new CyclicBarrier(tests);
        List<CompletableFuture<WitnessedTest>> all = IntStream.range(0, tests)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> witnessed(ledger.ofTest("class/test" + i, 1), () -> {
                            together.await();
                            for (int calls = 0; calls <= i; calls++) {
                                ask();
                            }
                            together.await();
                        }),
                        task -> new Thread(task).start()))
                .toList();

        assertThat(all.stream()
                        .map(test -> sent(test.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                                .join())))
                .containsExactly(
                        (long) QUESTION.length, 2L * QUESTION.length, 3L * QUESTION.length, 4L * QUESTION.length);
    }

    private static long sent(WitnessedTest told) {
        assertThat(told.standing()).isEqualTo(Standing.PROVEN);
        return told.rows().stream().mapToLong(SocketTraffic::sentBytes).sum();
    }

    @Test
    void aChildThreadOfOneOfTwoTestsCanNotBeTold() {
        TestWatch other = witness.testBegins(ledger.ofTest("class/other", 1));
        WitnessedTest told = witnessed(() -> CompletableFuture.runAsync(WitnessTest::askByChannel)
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join());
        settled(other);

        assertThat(told.standing()).isEqualTo(Standing.UNWITNESSED);
        assertThat(told.rows()).singleElement().satisfies(row -> {
            assertThat(row.service()).isEqualTo("orders");
            assertThat(row.alone()).isFalse();
        });
    }

    @Test
    void aForgedEventIsNoTrafficAndIsCounted() {
        WitnessedTest told = witnessed(() -> {
            ForgedRead read = new ForgedRead();
            read.host = "orders.example";
            read.address = "127.0.0.1";
            read.port = SERVER.url().getPort();
            read.bytesRead = 4_711;
            read.commit();
            ForgedEnd end = new ForgedEnd();
            end.recording = recording.number();
            end.answered = true;
            end.commit();
        });

        assertThat(told.standing()).isEqualTo(Standing.UNWITNESSED);
        assertThat(told.forged()).isEqualTo(2);
        assertThat(told.rows()).isEmpty();
    }

    @Name("jdk.SocketRead")
    static final class ForgedRead extends Event {
        String host;
        String address;
        int port;
        long bytesRead;
    }

    @Name("dev.goldenpath.ExchangeEnded")
    static final class ForgedEnd extends Event {
        long recording;
        boolean answered;
    }

    @Test
    void sessionsThatClaimMoreThanTheSocketsSawAreContradicted() {
        String peer = "127.0.0.1:" + SERVER.url().getPort();
        TestWatch watch = witness.testBegins(recording);
        watch.claim(peer, 1, 1);

        WitnessedTest told = settled(watch);
        assertThat(told.standing()).isEqualTo(Standing.CONTRADICTED);
        assertThat(told.contradictions())
                .containsExactly("WebSocket sessions say they sent 1 bytes to " + peer
                        + " and received 1; this JVM's sockets saw 0 and 0.");
    }

    @Test
    void whatIsCommonToTestsIsWatchedWithoutCountingAsATest() {
        TestWatch shared = witness.testBegins(ledger.ofContainer("class"));
        WitnessedTest told = witnessed(() -> CompletableFuture.runAsync(WitnessTest::askByChannel)
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join());

        assertThat(told.standing()).isEqualTo(Standing.PROVEN);
        assertThat(settled(shared).standing()).isEqualTo(Standing.UNWITNESSED);
    }

    @Test
    void aTestThatEndedIsSettledWhenTheWitnessCloses() {
        CompletableFuture<WitnessedTest> settled = new CompletableFuture<>();
        try (Witness another = Witness.start()) {
            assertThat(another.await(LIMIT)).isEmpty();
            TestWatch watch = another.testBegins(recording);
            try (TestWatch.Part part = watch.part()) {
                askByChannel();
            }
            watch.ends(settled::complete);
        }

        assertThat(settled).isCompleted();
        assertThat(settled.join().rows()).as(settled.join().words()).hasSize(1);
    }

    private static void ask() throws IOException {
        URI url = SERVER.url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(QUESTION);
            socket.getInputStream().readAllBytes();
        }
    }

    private static void askByChannel() {
        URI url = SERVER.url();
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()))) {
            channel.write(ByteBuffer.wrap(QUESTION));
            channel.read(ByteBuffer.allocate(1_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WitnessedTest witnessed(Work test) {
        return witnessed(recording, test);
    }

    private static WitnessedTest witnessed(Recording recording, Work test) {
        TestWatch watch = witness.testBegins(recording);
        try (TestWatch.Part part = watch.part()) {
            test.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return settled(watch);
    }

    private static WitnessedTest settled(TestWatch watch) {
        CompletableFuture<WitnessedTest> settled = new CompletableFuture<>();
        watch.ends(settled::complete);
        return settled.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
