package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P1;
import dev.goldenpath.priority.P2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One thread for all tests of the class, with a client in a field. */
@GoldenPath
@P2(protects = "history")
@AsUser("bob")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedThreadGoldenPathIT {
    @OnService
    ServiceClient backend;

    private ServiceResponse thread;

    record Thread(String title) {}

    record Message(String text) {}

    @BeforeAll
    void createThread() {
        thread = backend.post("/api/threads").json(new Thread("Shared")).send();
    }

    @AfterAll
    void deleteThread() {
        assertThat(backend.delete("/api/threads/{id}", thread.at("/id")).send()).hasStatus(204);
    }

    @Test
    @P1(protects = "history")
    void theThreadWasCreated() {
        assertThat(thread).hasStatus(201).hasJson("/title", "Shared");
    }

    @RepeatedTest(2)
    void aMessageIsAdded() {
        assertThat(backend.post("/api/threads/{id}/messages", thread.at("/id"))
                        .json(new Message("hello"))
                        .send())
                .hasStatus(201);
    }
}
