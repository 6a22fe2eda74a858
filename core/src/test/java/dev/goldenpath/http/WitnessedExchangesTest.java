package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.witness.TestWatch;
import dev.goldenpath.witness.Witness;
import dev.goldenpath.witness.WitnessedTest;
import dev.goldenpath.witness.WitnessedTest.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the library's own client says of its exchanges, held against what the JVM's sockets did. */
class WitnessedExchangesTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    static final TlsServers TLS = new TlsServers();

    private static Witness witness;

    @BeforeAll
    static void watch() {
        witness = Witness.start();
        assertThat(witness.await(LIMIT)).isEmpty();
    }

    @AfterAll
    static void watchNoMore() {
        witness.close();
    }

    @Test
    void answersOverPlainConnectionsAreConfirmedToTheByte() {
        try (Scene scene = new Scene(SERVER.url())) {
            WitnessedTest told = witnessed(scene, client -> {
                client.get("/answer?body=1").send();
                client.post("/echo").body("x".repeat(100_000), "text/plain").send();
                client.get("/zipped?body=2").send();
            });

            assertThat(told.standing()).isEqualTo(Standing.PROVEN);
            assertThat(told.confirmed()).isEqualTo(3);
            assertThat(told.equal()).isEqualTo(3);
            HttpExchange first = scene.exchanges().get(0);
            assertThat(told.rows()).singleElement().satisfies(row -> {
                assertThat(row.address() + ":" + row.port())
                        .isEqualTo(first.connection().remoteAddress());
                assertThat(row.sentBytes()).isEqualTo(sum(scene, true));
                assertThat(row.receivedBytes()).isEqualTo(sum(scene, false));
                assertThat(row.foreign()).isFalse();
            });
            assertThat(told.inThisJvm()).isEmpty();
        }
    }

    private static long sum(Scene scene, boolean sent) {
        return scene.exchanges().stream()
                .map(HttpExchange::connection)
                .mapToLong(connection -> sent ? connection.sentBytes() : connection.receivedBytes())
                .sum();
    }

    @Test
    void answersOverTlsAreConfirmedByAtLeastAsManyBytes() {
        try (Scene scene = new Scene(TLS.good()).with(TLS.trusting())) {
            WitnessedTest told = witnessed(scene, client -> {
                client.get("/").send();
                client.get("/").send();
            });

            assertThat(told.standing()).isEqualTo(Standing.PROVEN);
            assertThat(told.confirmed()).isEqualTo(2);
            assertThat(told.rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.receivedBytes()).isGreaterThan(sum(scene, false)));
        }
    }

    @Test
    void aBodyThatAnotherThreadReadsIsConfirmedAndNotForeign() {
        try (Scene scene = new Scene(SERVER.url())) {
            WitnessedTest told = witnessed(
                    scene,
                    client -> client.get("/slow?before=0&within=50").stream(body ->
                            CompletableFuture.supplyAsync(() -> text(body)).join()));

            assertThat(told.standing()).isEqualTo(Standing.PROVEN);
            assertThat(told.equal()).isEqualTo(1);
            assertThat(told.rows()).extracting(SocketTraffic::foreign).containsExactly(false);
        }
    }

    private static String text(InputStream body) {
        try {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCallThatBreaksClaimsNothing() {
        try (Scene scene = new Scene(SERVER.url())
                .with(new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(200)))) {
            WitnessedTest told = witnessed(scene, client -> {
                try {
                    client.get("/slow?before=30000&within=0").send();
                } catch (RuntimeException e) {
                    return;
                }
                throw new AssertionError("no answer was expected");
            });

            assertThat(told.standing()).isEqualTo(Standing.UNWITNESSED);
            assertThat(told.exchanges()).isZero();
        }
    }

    @Test
    void evidenceThatNobodyExchangedIsNotConfirmed() {
        try (Scene scene = new Scene(SERVER.url())) {
            scene.client().get("/answer?body=1").send();
            RecordedEvidence real = scene.recorded.get(0);
            Recording test = scene.ledger.ofTest("class/copied", 1);
            TestWatch watch = witness.testBegins(test);
            try (TestWatch.Part part = watch.part()) {
                test.record(real.evidence(), System.nanoTime());
            }

            assertThat(settled(watch).standing()).isEqualTo(Standing.UNWITNESSED);
        }
    }

    @Test
    void aServerInThisVeryJvmIsNamed() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (Scene scene =
                new Scene(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
            WitnessedTest told = witnessed(scene, client -> client.get("/").send());

            assertThat(told.confirmed()).isEqualTo(1);
            assertThat(told.inThisJvm())
                    .containsExactly("127.0.0.1:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aSnapshotTellsOfAnExchangeAtOnceAndWhileTheTestRuns() {
        try (Scene scene = new Scene(SERVER.url())) {
            TestWatch watch = witness.testBegins(scene.recording);
            try (TestWatch.Part part = watch.part()) {
                assertThat(watch.snapshot(LIMIT).standing()).isEqualTo(Standing.UNWITNESSED);
                scene.client().get("/answer?body=1").send();
                assertThat(watch.snapshot(LIMIT).equal()).isEqualTo(1);
            }
            assertThat(settled(watch).equal()).isEqualTo(1);
        }
    }

    @Test
    void callsBeforeAndAfterTheTestAreNotItsOwn() {
        try (Scene scene = new Scene(SERVER.url())) {
            Recording other = scene.ledger.ofRun(Phase.PROBE);
            ServiceClient login = scene.recordingTo(() -> other);
            WitnessedTest told =
                    witnessed(scene, client -> login.get("/answer?body=1").send());

            assertThat(told.standing()).isEqualTo(Standing.UNWITNESSED);
            assertThat(told.rows()).isEmpty();
        }
    }

    private static WitnessedTest witnessed(Scene scene, Consumer<ServiceClient> test) {
        TestWatch watch = witness.testBegins(scene.recording);
        try (TestWatch.Part part = watch.part()) {
            test.accept(scene.client());
        }
        return settled(watch);
    }

    private static WitnessedTest settled(TestWatch watch) {
        CompletableFuture<WitnessedTest> settled = new CompletableFuture<>();
        watch.ends(settled::complete);
        return settled.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
