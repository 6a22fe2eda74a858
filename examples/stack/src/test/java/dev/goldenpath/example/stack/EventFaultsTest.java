package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each test ends with a sound run, whose events come next: so the fault is over, and has left nothing behind. */
@ExtendWith(SharedStack.class)
class EventFaultsTest {
    private final FaultyStack stack;
    private final Api alice;
    private final Api bob;
    private EventStream alices;
    private EventStream bobs;

    EventFaultsTest(FaultyStack stack) {
        this.stack = stack;
        alice = stack.backendAs("alice");
        bob = stack.backendAs("bob");
    }

    @BeforeEach
    void connect() {
        alices = new EventStream(alice);
        bobs = new EventStream(bob);
    }

    @AfterEach
    void endsWithSoundRuns() throws InterruptedException {
        try (EventStream first = alices;
                EventStream second = bobs) {
            AgentRun.start(alice).isToldBy(first.next(5));
            AgentRun.start(bob).isToldBy(second.next(5));
        }
    }

    @Test
    void aLostEventIsAHole() throws Throwable {
        stack.during("event-lost", () -> {
            AgentRun.start(alice);
            List<JsonNode> events = alices.next(4);

            assertThat(AgentRun.types(events))
                    .containsExactly("agent_started", "agent_thinking", "tool_executing", "agent_completed");
            assertThat(AgentRun.texts(events, "sequence")).containsExactly("1", "2", "3", "5");
        });
    }

    @Test
    void aDuplicatedEventComesTwiceWithOneId() throws Throwable {
        stack.during("event-duplicated", () -> {
            AgentRun.start(alice);
            List<JsonNode> events = alices.next(6);

            assertThat(AgentRun.types(events))
                    .containsExactly(
                            "agent_started",
                            "agent_thinking",
                            "tool_executing",
                            "tool_executing",
                            "tool_completed",
                            "agent_completed");
            assertThat(events.get(3)).isEqualTo(events.get(2));
        });
    }

    @Test
    void aLateEventComesSecondsAfterItHappenedAndHoldsUpNoOtherRun() throws Throwable {
        stack.during("event-late", () -> {
            AgentRun first = AgentRun.start(alice);
            List<JsonNode> events = alices.next(4);
            AgentRun second = AgentRun.start(alice);
            events.addAll(alices.next(5));
            Instant arrived = Instant.now();
            events.addAll(alices.next(1));

            List<String> onTime = List.of("agent_started", "agent_thinking", "tool_executing", "tool_completed");
            assertThat(AgentRun.types(events.subList(0, 4))).isEqualTo(onTime);
            assertThat(AgentRun.types(events.subList(4, 8))).isEqualTo(onTime);
            assertThat(AgentRun.types(events.subList(8, 10))).containsOnly("agent_completed");
            assertThat(AgentRun.texts(events.subList(8, 10), "run_id")).containsExactly(first.id(), second.id());
            Instant happened = Instant.parse(events.get(8).get("timestamp").asText());
            assertThat(Duration.between(happened, arrived)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        });
    }

    @Test
    void anEventOutOfOrderComesAfterItsSuccessor() throws Throwable {
        stack.during("event-out-of-order", () -> {
            AgentRun.start(alice);
            List<JsonNode> events = alices.next(5);

            assertThat(AgentRun.types(events))
                    .containsExactly(
                            "agent_started", "agent_thinking", "tool_completed", "tool_executing", "agent_completed");
            assertThat(AgentRun.texts(events, "sequence")).containsExactly("1", "2", "4", "3", "5");
        });
    }

    @Test
    void anotherUsersEventsComeToEveryUser() throws Throwable {
        stack.during("event-of-another-user", () -> {
            AgentRun run = AgentRun.start(bob);
            List<JsonNode> heardByAlice = alices.next(5);

            run.isToldBy(heardByAlice);
            assertThat(bobs.next(5)).isEqualTo(heardByAlice);
            assertThat(AgentRun.texts(heardByAlice, "user_id"))
                    .containsOnly(bob.get("/api/me").text("/id"));
        });
    }

    @Test
    void anEventOfAnotherRunComesBetweenThoseOfTheRun() throws Throwable {
        stack.during("event-of-another-run", () -> {
            AgentRun run = AgentRun.start(alice);
            List<JsonNode> events = alices.next(5);

            assertThat(AgentRun.types(events)).containsExactly(AgentRun.TYPES);
            List<String> runs = AgentRun.texts(events, "run_id");
            assertThat(runs.remove(1)).isNotEqualTo(run.id()).satisfies(UUID::fromString);
            assertThat(runs).containsOnly(run.id());
        });
    }

    @Test
    void aMisshapenEventHasATextForANumberAndLacksAField() throws Throwable {
        stack.during("event-misshapen", () -> {
            AgentRun run = AgentRun.start(alice);
            List<JsonNode> events = alices.next(5);

            run.isToldBy(events);
            JsonNode payload = events.get(3).get("payload");
            assertThat(payload.get("matching_messages").isTextual()).isTrue();
            assertThat(payload.has("tool")).isFalse();
            assertThat(events.get(4).at("/payload/matching_messages").isNumber())
                    .isTrue();
        });
    }

    @Test
    void whatAClientSaysIsEchoedToAllSocketsOfItsUserAlone() throws Throwable {
        stack.during("event-echoed", () -> {
            try (EventStream phone = new EventStream(alice)) {
                phone.send("{\"type\":\"agent_completed\",\"run_id\":\"made up\"}");

                JsonNode echo = alices.next(1).get(0);
                assertThat(echo.get("run_id").asText()).isEqualTo("made up");
                assertThat(phone.next(1)).containsExactly(echo);
            }
        });
    }

    @Test
    void whatAClientSaysIsNotAnEventOtherwise() {
        alices.send("{\"type\":\"agent_completed\"}");
    }
}
