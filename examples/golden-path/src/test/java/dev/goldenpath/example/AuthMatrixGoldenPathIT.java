package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.auth.Accepts;
import dev.goldenpath.auth.AuthCase;
import dev.goldenpath.auth.AuthMatrix;
import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P1;
import dev.goldenpath.websocket.ServiceSocket;
import org.junit.jupiter.api.BeforeEach;

/** Two calls, each made again with every kind of bad credentials. */
@GoldenPath
@P1(protects = "login")
@OnService("backend")
class AuthMatrixGoldenPathIT {
    private Object thread;

    record Thread(String title) {}

    @BeforeEach
    void createThread(@AsUser("alice") ServiceClient backend, Cleanup cleanup) {
        ServiceResponse created =
                backend.post("/api/threads").json(new Thread("Alice's own")).send();
        thread = created.at("/id");
        cleanup.add(
                "delete thread " + thread,
                () -> assertThat(backend.delete("/api/threads/{id}", thread).send())
                        .hasStatus(204));
    }

    @AuthMatrix
    @Accepts(value = AuthCase.ANOTHER_USER, status = 404, because = "threads of others do not exist for a user")
    void onlyAliceReadsHerThread(@AsUser("alice") ServiceClient backend) {
        assertThat(backend.get("/api/threads/{id}", thread).send()).hasStatus(200);
    }

    @AuthMatrix
    @Accepts(value = AuthCase.ANOTHER_USER, status = 101, because = "every user has sockets, for events of his own")
    void onlyUsersHearEvents(@AsUser("alice") ServiceSocket socket) {
        assertThat(socket.attempt("/ws")).hasStatus(101);
    }
}
