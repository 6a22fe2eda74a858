package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs behind the suite, in a JVM of its own: breaks the product while twenty users are at work in it, and shows that each
 * fault is told by its name. With the profile {@code outages}.
 */
@Tag("outages")
class CrowdSearch {
    private static StackProcess stack;

    @BeforeAll
    static void start() throws IOException {
        stack = StackProcess.start("4f2a9c1");
    }

    @AfterAll
    static void end() {
        stack.close();
    }

    @AfterEach
    void mend() {
        stack.mend();
    }

    private static OutageRun during(String fault) {
        stack.switchOn(fault);
        return new OutageRun(fault, stack)
                .with("goldenpath.ready-within", "60s")
                .run(CrowdGoldenPathIT.class);
    }

    @Test
    void whatIsDeliveredToAnotherUserIsFound() {
        OutageRun run = during("event-of-another-user");

        assertThat(run.verdicts()).containsExactly("FAILED Crowd 1", "PASSED Crowd 1");
        assertThat(run.told()).containsPattern("""
                FAILED  CrowdGoldenPathIT.twentyUsersChatAtOnce\\(VirtualUsers\\)
                        Users are not kept apart, in \\d+ answers or messages:
                        - user 'free\\d\\d' received what user 'free\\d\\d' had sent, first in message \\d+ \
                """);
    }

    @Test
    void anEventThatIsLostFailsAllOfThem() {
        OutageRun run = during("event-lost");

        assertThat(run.verdicts()).containsExactly("FAILED Crowd 1", "PASSED Crowd 1");
        assertThat(run.told())
                .contains("20 of 20 users failed, and none may:\n")
                .containsPattern("- free\\d\\d(, free\\d\\d){19} in step 'see the run': Expected agent_started, .* but "
                        + "tool_completed is missing\\.");
    }

    @Test
    void whomTheServiceTakesForAnotherIsFound() {
        OutageRun run = during("identity-swapped");

        assertThat(run.verdicts()).containsExactly("SUSPECT Crowd 2");
        assertThat(run.told())
                .containsPattern("identity: backend says the caller is 'somebody\\.else@example\\.com' "
                        + "\\(GET /api/me#/email\\), and not 'free\\d\\d'");
    }
}
