package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.goldenpath.client.ClientProvider;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TyrusClientProviderTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ClientProvider.class))
                .filteredOn(provider -> provider.type().equals(ServiceSocket.class))
                .singleElement()
                .satisfies(provider -> provider.close());
    }

    @Test
    void manySessionsOneAfterAnotherNeitherHangNorPileUpThreadsNorFillTheLog() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler handler = new CollectingHandler(logged);
        Logger.getLogger("").addHandler(handler);
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceSocket socket = scene.socket();
            for (int i = 0; i < 500; i++) {
                try (SocketSession session = socket.connect("/echo")) {
                    session.send("{\"type\":\"hello\"}");
                    assertThat(session.events()).arriveInOrder(within(ofSeconds(5)), "hello");
                }
            }
            assertThat(scene.evidence(WsHandshake.class))
                    .hasSize(500)
                    .extracting(WsHandshake::failure)
                    .containsOnlyNulls();
            assertThat(scene.evidence(WsClose.class)).hasSize(500);
            assertThat(ownThreads()).hasSizeLessThan(20).allMatch(Thread::isDaemon);
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(logged).map(TyrusClientProviderTest::whole).isEmpty();
    }

    private static String whole(LogRecord logged) {
        StringWriter text = new StringWriter().append(logged.getMessage());
        Optional.ofNullable(logged.getThrown()).ifPresent(thrown -> thrown.printStackTrace(new PrintWriter(text)));
        return text.toString();
    }

    @Test
    void closingLeavesNoThreadBehindThatWasNotThereBefore() {
        useOnce();
        int before = ownThreads().size();
        for (int i = 0; i < 20; i++) {
            useOnce();
        }

        Scene.await(() -> ownThreads().size() <= before + 4);
        assertThat(ownThreads())
                .allMatch(Thread::isDaemon)
                .noneMatch(thread -> thread.getName().matches("tyrus-\\d+-thread-\\d+"));
    }

    @Test
    void aJvmEndsByItselfAfterClosing() throws Exception {
        Process process = ServerProcess.java(OneSession.class, SERVER.url().toString())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void closingAClientClosesItsSessionsAndThoseOfItsHandlesAlone() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceSocket first = scene.socket();
            SocketSession ofFirst = first.connect("/echo");
            SocketSession ofHandle = first.forThisTest().connect("/echo");
            SocketSession ofSecond = scene.socket().connect("/echo");

            first.close();
            assertThat(ofFirst.closed()).contains(new SocketClose(1000, "", true));
            assertThat(ofHandle.closed()).contains(new SocketClose(1000, "", true));
            assertThat(ofSecond.closed()).isEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(() -> first.connect("/echo"))
                    .withMessage("This client of backend is closed, because the test or class it was injected into has"
                            + " finished.");
            assertThatExceptionOfType(ServiceCallException.class)
                    .isThrownBy(() -> ofFirst.send("late"))
                    .withMessageContaining("because this side closed the session with 1000.");

            scene.close();
            assertThat(ofSecond.closed()).contains(new SocketClose(1000, "", true));
            assertThat(scene.evidence(WsClose.class)).hasSize(3);
        }
    }

    @Test
    void aHandleRecordsForItsTestFromWhicheverThread() {
        try (Scene scene = new Scene(SERVER.url())) {
            Thread testThread = Thread.currentThread();
            Recording mine = scene.recording;
            ServiceSocket shared = scene.socketRecordingTo(() -> {
                if (Thread.currentThread() != testThread) {
                    throw new IllegalStateException("no test runs here");
                }
                return mine;
            });
            ServiceSocket handle = shared.forThisTest();

            CompletableFuture.runAsync(() -> handle.connect("/echo").close()).join();
            assertThat(scene.recorded)
                    .hasSize(2)
                    .extracting(RecordedEvidence::test)
                    .containsOnly("class/test");

            assertThat(CompletableFuture.runAsync(() -> shared.connect("/echo")))
                    .failsWithin(ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("no test runs here");
            assertThat(scene.recorded).as("nothing was sent").hasSize(2);
        }
    }

    private static void useOnce() {
        try (Scene scene = new Scene(SERVER.url())) {
            scene.socket().connect("/echo").send("hello");
        }
    }

    private static List<Thread> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(?i).*(tyrus|grizzly|goldenpath).*"))
                .toList();
    }

    private static final class CollectingHandler extends Handler {
        private final List<LogRecord> records;

        CollectingHandler(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord message) {
            records.add(message);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
