package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.OnService;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs behind the suite, in a JVM of its own: opens the holes in the product one by one, and shows that the matrix finds
 * each, and finds none where there is none: all of them with the profile {@code holes}, else two.
 */
class HoleSearch {
    private static final String HTTP = "onlyAliceReadsHerThread";
    private static final String SOCKET = "onlyUsersHearEvents";

    private static final LauncherSession session = LauncherFactory.openSession();
    private static String hole = "";

    /** One for all holes, so that the product is started once. */
    @AfterAll
    static void endOfSession() {
        session.close();
    }

    /** The suite's own matrix, against the product with a hole in it. */
    static class WithHole extends AuthMatrixGoldenPathIT {

        @BeforeAll
        static void open(@OnService("faults") ServiceClient faults) {
            if (!hole.isEmpty()) {
                assertThat(faults.put("/faults/{name}", hole).send()).hasStatus(204);
            }
        }

        @AfterAll
        static void close(@OnService("faults") ServiceClient faults) {
            if (!hole.isEmpty()) {
                assertThat(faults.delete("/faults/{name}", hole).send()).hasStatus(204);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth-expired     | an expired token                         | both
            auth-another-user | another user's token                    | http
            """)
    void theMatrixFindsTheHole(String fault, String words, String where) {
        Map<String, String> failures = failures(fault);

        assertThat(failures.keySet())
                .allMatch(node -> node.endsWith("refuses " + words))
                .anyMatch(node -> node.startsWith(HTTP));
        assertThat(failures.keySet().stream().anyMatch(node -> node.startsWith(SOCKET)))
                .isEqualTo(where.equals("both"));
        assertThat(failures.values()).allMatch(message -> message.startsWith("The service accepts "));
    }

    @Tag("holes")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth-no-token    | a missing token                          | both
            auth-garbage     | garbage for a token                      | both
            auth-not-before  | a token that is not valid yet            | both
            auth-issuer      | a token of another issuer                | both
            auth-audience    | a token for another audience             | both
            auth-wrong-key   | a token signed with a wrong key          | both
            auth-unknown-kid | a token with an unknown kid              | both
            auth-alg-none    | a token with alg none                    | both
            auth-hs256       | a token signed HS256 with the public key | both
            auth-tampered    | a tampered token                         | both
            """)
    void theMatrixFindsEachOtherHole(String fault, String words, String where) {
        theMatrixFindsTheHole(fault, words, where);
    }

    @Tag("holes")
    @ParameterizedTest
    @ValueSource(strings = "socket-accepts-first")
    void aProductThatIsSoundInAnotherWayHasNone(String otherWay) {
        assertThat(failures(otherWay)).isEmpty();
    }

    /** As the suite itself has shown before, by the same matrix. */
    @Tag("holes")
    @Test
    void aSoundProductHasNone() {
        assertThat(failures("")).isEmpty();
    }

    @Tag("holes")
    @ParameterizedTest
    @CsvSource("auth-leak")
    void aRefusalThatTellsTooMuchIsFound(String fault) {
        assertThat(failures(fault))
                .isNotEmpty()
                .allSatisfy((node, message) ->
                        assertThat(message).startsWith("The service refuses ").contains(", and tells too much."));
    }

    /** The tests of the matrix that fail, and what they say, while this hole is open. */
    private static Map<String, String> failures(String open) {
        hole = open;
        Failures failures = new Failures();
        session.getLauncher()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(WithHole.class))
                                .configurationParameter("goldenpath.environment", "faulty")
                                .configurationParameter("goldenpath.output", "target/holes")
                                .configurationParameter("goldenpath.runId", "holes")
                                .build(),
                        failures);
        assertThat(failures.finished).isEqualTo(26);
        return failures.messages;
    }

    private static final class Failures implements TestExecutionListener {
        private final Map<String, String> messages = new TreeMap<>();
        private int finished;

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            finished += node.isTest() ? 1 : 0;
            result.getThrowable().ifPresent(thrown -> messages.put(nameOf(node), String.valueOf(thrown.getMessage())));
        }

        /** The method's name, as JUnit's ids have it, and what the node shows. */
        private static String nameOf(TestIdentifier node) {
            String id = node.getUniqueId();
            int method = id.indexOf("test-template:");
            return (method < 0 ? id : id.substring(method + "test-template:".length())) + " " + node.getDisplayName();
        }
    }
}
