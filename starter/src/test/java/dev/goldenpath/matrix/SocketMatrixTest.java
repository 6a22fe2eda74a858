package dev.goldenpath.matrix;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.auth.AuthMatrix;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.websocket.ServiceSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A handshake is tried as any call. */
class SocketMatrixTest {
    @RegisterExtension
    static final Guarded GUARDED = new Guarded();

    @TempDir
    Path folder;

    private MatrixRun run() {
        return new MatrixRun(folder, GUARDED.yaml()).run(Connects.class);
    }

    @GoldenPath
    static class Connects {
        @AuthMatrix
        void onlyAliceConnects(@OnService("sockets") @AsUser("alice") ServiceSocket sockets) {
            assertThat(sockets.connect("/ws").events()).arriveInOrder(within(ofSeconds(10)), "hello");
        }
    }

    @Test
    void refusedByStatus() {
        MatrixRun run = run();

        assertThat(run.red()).isEmpty();
        assertThat(run.verdicts()).hasSize(13);
        assertThat(run.steps()).isEmpty();
    }

    @Test
    void acceptedAndClosedAtOnceIsRefusedAndSaid() {
        GUARDED.holes("closes-1008");
        MatrixRun run = run();

        assertThat(run.red()).isEmpty();
        assertThat(run.steps())
                .contains("an expired token is accepted with 101, and the session closed with 1008 at once");
        assertThat(run.entries())
                .contains(
                        "refuses an expired token: an expired token is accepted with 101, and the session closed with "
                                + "1008 at once");
    }

    @Test
    void acceptedAndOpenIsAHole() {
        GUARDED.holes("stays-open");

        assertThat(run().thrown("refuses an expired token"))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The service accepts an expired token.\n")
                .hasMessageContaining("  expected:   401 or 403, or a close with 1008 at once\n");
    }
}
