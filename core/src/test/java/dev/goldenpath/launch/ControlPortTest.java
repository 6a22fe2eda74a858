package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.Waiting;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Redaction;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ControlPortTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final String KEY = "0".repeat(32);

    private final ProcessMark own = ProcessMark.of(ProcessHandle.current());

    @Test
    void aLeaseThatIsClosedSaysGoodbyeAfterAllItsSecrets() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> hear(server));
            Redaction redaction = new Redaction();
            Lease lease = take(server.getLocalPort(), KEY, redaction);
            redaction.addValue("s3cret");
            lease.close();
            assertThat(said.get(60, TimeUnit.SECONDS)).isEqualTo("V\0\0\0\6s3cretG");
            // Once more does nothing.
            lease.close();
        }
    }

    @Test
    void aGoodbyeIsNoBreak() throws IOException {
        Leases leases = new Leases(Duration.ZERO, FOR_EVER);
        try (Socket client = greet(open(leases, null))) {
            assertThat(isIdle(leases)).isFalse();
            client.getOutputStream().write(Wire.GOODBYE);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(isIdle(leases)).isTrue();
        }
    }

    @Test
    void aConnectionThatEndsWithoutAWordIsABreak() throws IOException {
        Leases leases = new Leases(FOR_EVER, Duration.ZERO);
        try (Socket client = greet(open(leases, null))) {
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(isIdle(leases)).isTrue();
        }
    }

    @Test
    void whoIsToldAFailureGoesInOrder() throws IOException {
        Leases leases = new Leases(Duration.ZERO, FOR_EVER);
        ControlPort port = open(leases, new EnvironmentNotReadyException("It is broken.", List.of()));
        assertThatThrownBy(() -> take(port.port(), port.key(), new Redaction())).hasMessage("It is broken.");
        Waiting.until(() -> isIdle(leases));
    }

    @Test
    void theLastOneThatLeftDecides() {
        Leases leases = new Leases(FOR_EVER, Duration.ZERO);
        leases.take();
        leases.take();
        leases.giveBack(false);
        assertThat(isIdle(leases)).isFalse();
        leases.giveBack(true);
        assertThat(isIdle(leases)).isFalse();
        leases.take();
        leases.giveBack(false);
        assertThat(isIdle(leases)).isTrue();
        assertThat(leases.take()).isFalse();
    }

    private static ControlPort open(Leases leases, @Nullable EnvironmentNotReadyException failure) throws IOException {
        ControlPort port = ControlPort.open(leases, new Redaction());
        port.answer(failure, new CompletableFuture<>());
        return port;
    }

    /** Takes a lease as a process that can't be found, so that the connection alone counts. */
    private Socket greet(ControlPort port) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port.port());
        client.setSoTimeout(60_000);
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        out.write(port.key().getBytes(StandardCharsets.US_ASCII));
        out.writeLong(own.pid());
        out.writeLong(Instant.EPOCH.toEpochMilli());
        assertThat(client.getInputStream().read()).isEqualTo(Wire.WELCOME);
        return client;
    }

    private Lease take(int port, String key, Redaction redaction) throws IOException {
        return Lease.take(
                new SupervisorState(own, port, key, List.of()), redaction, Patience.DEFAULT.answer(), new Lease.Loss() {
                    @Override
                    public String words() {
                        return "lost";
                    }

                    @Override
                    public void cleanUp() {}
                });
    }

    /** Gives one lease, and returns what its holder says until the connection ends. */
    private static String hear(ServerSocket server) {
        try (Socket client = server.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.readNBytes(KEY.length() + 2 * Long.BYTES);
            client.getOutputStream().write(Wire.WELCOME);
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean isIdle(Leases leases) {
        try {
            return leases.refuseOnceIdle(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
