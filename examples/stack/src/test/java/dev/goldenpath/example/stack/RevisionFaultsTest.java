package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class RevisionFaultsTest {
    private final FaultyStack stack;
    private final JsonNode real;

    RevisionFaultsTest(FaultyStack stack) {
        this.stack = stack;
        real = version();
    }

    @Test
    void anOldRevisionWasDeployedAMonthBefore() throws Throwable {
        stack.during("old-revision", () -> {
            assertThat(version().get("revision").asText()).isEqualTo("0.0.1-old");
            assertThat(startOf(version()))
                    .isEqualTo(startOf(real)
                            .atOffset(ZoneOffset.UTC)
                            .minusMonths(1)
                            .toInstant());
        });
        assertThat(version()).isEqualTo(real);
    }

    @Test
    void aRedeployedRevisionIsTheNextOneSinceItsSwitch() throws Throwable {
        Instant before = Instant.now();
        stack.during("redeployed", () -> {
            JsonNode next = version();
            assertThat(next.get("revision").asText())
                    .isEqualTo(real.get("revision").asText() + "-next");
            assertThat(startOf(next)).isBetween(before, Instant.now());

            assertThat(stack.switches().put("/faults/redeployed").status()).isEqualTo(204);
            assertThat(version()).isEqualTo(next);
        });
        assertThat(version()).isEqualTo(real);
    }

    private JsonNode version() {
        return stack.product().backend().get("/version").body();
    }

    private static Instant startOf(JsonNode version) {
        return Instant.parse(version.get("started_at").asText());
    }
}
