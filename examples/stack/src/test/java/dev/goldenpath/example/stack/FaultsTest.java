package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.example.stack.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class FaultsTest {
    private static final Map<String, String> PROMPT = Map.of("prompt", "hello");

    private final FaultyStack faulty;
    private final Api alice;
    private final Api faults;

    FaultsTest(FaultyStack faulty) {
        this.faulty = faulty;
        alice = faulty.backendAs("alice");
        faults = faulty.switches();
    }

    @Test
    void aMockAnswersUntilItIsSwitchedOff() {
        assertThat(alice.post("/api/agents/execute", PROMPT).status()).isEqualTo(202);

        assertThat(faults.put("/faults/mock-answer").status()).isEqualTo(204);
        assertThat(faults.put("/faults/mock-answer").status()).isEqualTo(204);
        Answer mock = alice.post("/api/agents/execute", PROMPT);
        assertThat(mock.status()).isEqualTo(200);
        assertThat(mock.text("/answer")).isEqualTo("mock");
        assertThat(mock.text("/run_id")).isNotBlank();

        assertThat(faults.delete("/faults/mock-answer").status()).isEqualTo(204);
        assertThat(faults.delete("/faults/mock-answer").status()).isEqualTo(204);
        assertThat(alice.post("/api/agents/execute", PROMPT).status()).isEqualTo(202);
    }

    @Test
    void aSwappedIdentityIsSomebodyElses() {
        Answer real = alice.get("/api/me");
        faults.put("/faults/identity-swapped");
        Answer swapped = alice.get("/api/me");
        faults.delete("/faults/identity-swapped");

        assertThat(real.text("/email")).isEqualTo("alice@example.com");
        assertThat(swapped.status()).isEqualTo(200);
        assertThat(swapped.text("/email")).isEqualTo("somebody.else@example.com");
        assertThat(swapped.text("/id")).isNotBlank().isNotEqualTo(real.text("/id"));
        assertThat(alice.get("/api/me").body()).isEqualTo(real.body());
    }

    @Test
    void aFaultThatThereIsNotIsNotFound() {
        assertThat(faults.put("/faults/mock-anser").status()).isEqualTo(404);
        assertThat(faults.delete("/faults/MOCK_ANSWER").status()).isEqualTo(404);
    }

    @Test
    void withoutTheOptionNothingCanBeSwitched(LaunchedStack sound) throws Exception {
        assertThat(sound.backend().put("/faults/mock-answer").status()).isEqualTo(404);
        assertThat(faulty.product().backend().put("/faults/mock-answer").status())
                .isEqualTo(404);
        assertThat(sound.auth().put("/faults/mock-answer").status()).isEqualTo(404);
        assertThat(sound.printed()).noneMatch(line -> line.startsWith("faults"));
    }
}
