package dev.goldenpath.example;

import static dev.goldenpath.http.GoldenPathSoftAssertions.assertSoftly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Canary;
import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@GoldenPath
@P2(protects = "history")
@OnService("backend")
@AsUser("alice")
class ThreadsGoldenPathIT {
    private final ServiceClient backend;
    private ServiceResponse thread;

    record Thread(String title) {}

    record Message(String text) {}

    ThreadsGoldenPathIT(ServiceClient backend) {
        this.backend = backend;
    }

    @BeforeEach
    void createThread(Cleanup cleanup) {
        thread = backend.post("/api/threads").json(new Thread("Groceries")).send();
        Object id = thread.at("/id");
        cleanup.add(
                "delete thread " + id,
                () -> assertThat(backend.delete("/api/threads/{id}", id).send()).hasStatus(204));
    }

    @Test
    void aThreadIsReadBack() {
        assertThat(thread).hasStatus(201);
        ServiceResponse again =
                backend.get("/api/threads/{id}", thread.at("/id")).send();
        assertSoftly(softly -> softly.assertThat(again)
                .hasStatus(200)
                .hasContentType("application/json")
                .hasJson("/id", thread.at("/id"))
                .hasJson("/title", "Groceries"));
    }

    @Nested
    class WithAMessage {
        private ServiceResponse message;

        @BeforeEach
        void writeMessage() {
            message = backend.post("/api/threads/{id}/messages", thread.at("/id"))
                    .json(new Message("Milk & honey"))
                    .send();
        }

        @Test
        void aSecondCallReadsIt() {
            assertThat(message).hasStatus(201);
            assertThat(backend.get("/api/threads/{id}/messages", thread.at("/id"))
                            .send())
                    .hasStatus(200)
                    .hasJson("/messages/0/id", message.at("/id"))
                    .hasJson("/messages/0/text", "Milk & honey");
        }

        @Test
        void theAnswerIsThatToThisTest(Canary canary) {
            assertThat(backend.post("/api/threads/{id}/messages", thread.at("/id"))
                            .json(new Message("Bread " + canary))
                            .send())
                    .hasStatus(201)
                    .carries(canary);
        }

        @Test
        void anotherUserDoesNotFindIt(@AsUser("bob") ServiceClient bob) {
            assertThat(bob.get("/api/threads/{id}/messages", thread.at("/id")).send())
                    .hasStatus(404);
        }
    }
}
