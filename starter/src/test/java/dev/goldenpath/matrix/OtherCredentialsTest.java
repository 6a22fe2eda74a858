package dev.goldenpath.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.auth.AuthMatrix;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** Users who call without a JSON Web Token have a smaller matrix, and the rest of it is listed. */
class OtherCredentialsTest {
    private static final String CASES = "an expired token, a token that is not valid yet, a token of another issuer, a "
            + "token for another audience, a token signed with a wrong key, a token with an unknown kid, a token with alg "
            + "none, a token signed HS256 with the public key";

    @RegisterExtension
    static final Guarded GUARDED = new Guarded();

    @TempDir
    Path folder;

    private MatrixRun run(Class<?> test) {
        GUARDED.holes("forbids");
        return new MatrixRun(folder, GUARDED.yaml()).run(test);
    }

    @GoldenPath
    static class Keyed {
        @AuthMatrix
        void reads(@OnService("backend") @AsUser("keyed-alice") ServiceClient backend) {
            assertThat(backend.get("/keyed/alice").send()).hasStatus(200);
        }
    }

    @GoldenPath
    static class Named {
        @AuthMatrix
        void reads(@OnService("backend") @AsUser("named-alice") ServiceClient backend) {
            assertThat(backend.get("/named/alice").send()).hasStatus(200);
        }
    }

    @GoldenPath
    static class Kept {
        @AuthMatrix
        void reads(@OnService("kept") @AsUser("kept-alice") ServiceClient kept) {
            assertThat(kept.get("/kept/alice").send()).hasStatus(200);
        }
    }

    @GoldenPath
    static class Opaque {
        @AuthMatrix(opaqueToken = true)
        void reads(@OnService("loose") @AsUser("opaque-alice") ServiceClient loose) {
            assertThat(loose.get("/opaque/alice").send()).hasStatus(200);
        }
    }

    static Stream<Arguments> smaller() {
        return Stream.of(
                Arguments.of(Keyed.class, "/keyed/alice as keyed-alice", "keyed-alice calls with an API key"),
                Arguments.of(
                        Named.class,
                        "/named/alice as named-alice",
                        "named-alice calls with a user name with a password"),
                Arguments.of(Kept.class, "/kept/alice as kept-alice", "kept-alice calls with a session cookie"),
                Arguments.of(
                        Opaque.class,
                        "/opaque/alice as opaque-alice",
                        "the token of opaque-alice is declared to be none"));
    }

    @ParameterizedTest
    @MethodSource("smaller")
    void fourCasesAreTriedAndTheOthersListed(Class<?> test, String call, String reason) {
        MatrixRun run = run(test);

        assertThat(run.verdicts())
                .containsExactly(
                        "PASSED the call itself",
                        "PASSED refuses a missing token",
                        "PASSED refuses garbage for a token",
                        "PASSED refuses a tampered token",
                        "PASSED refuses another user's token");
        assertThat(run.entries())
                .containsExactly("the call itself: Not tried on GET " + GUARDED.url() + call + ": " + CASES
                        + " (no JSON Web Token: " + reason + ")");
    }

    @GoldenPath
    static class Asking {
        @AuthMatrix(anotherUser = "keyed-bob")
        void reads(@OnService("backend") @AsUser("asking-alice") ServiceClient backend) {
            assertThat(backend.get("/keyed/alice").send()).hasStatus(200);
        }
    }

    @Test
    void keyInTheQueryIsForgedThere() {
        MatrixRun run = run(Asking.class);

        assertThat(run.red()).isEmpty();
        assertThat(run.exchanges("refuses a tampered token"))
                .containsExactly(
                        "asking-alice GET /keyed/alice?key=*** 200 null", "null GET /keyed/alice?key=*** 401 replay");
    }

    @GoldenPath
    static class Undeclared {
        @AuthMatrix
        void reads(@OnService("loose") @AsUser("opaque-alice") ServiceClient loose) {
            assertThat(loose.get("/opaque/alice").send()).hasStatus(200);
        }
    }

    @Test
    void tokenThatTurnsOutToBeNoneIsToldAtEachCase() {
        MatrixRun run = run(Undeclared.class);

        assertThat(run.red())
                .containsExactly(
                        "SKIPPED refuses a token signed with a wrong key",
                        "SKIPPED refuses a token with an unknown kid",
                        "SKIPPED refuses a token with alg none");
        assertThat(run.thrown("refuses a token with alg none"))
                .isExactlyInstanceOf(TestAbortedException.class)
                .hasMessage("not tried: the user's token is no JSON Web Token. Where it never is one, say "
                        + "@AuthMatrix(opaqueToken = true)");
    }

    @GoldenPath
    static class NotOpaque {
        @AuthMatrix(opaqueToken = true)
        void reads(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
        }
    }

    @Test
    void tokenThatIsWronglyDeclaredToBeNoneIsAnError() {
        assertThat(run(NotOpaque.class).thrown("the call itself"))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessage("@AuthMatrix(opaqueToken = true) is wrong: the token of alice is a JSON Web Token. Leave "
                        + "opaqueToken out.");
    }

    @GoldenPath
    static class Herself {
        @AuthMatrix(anotherUser = "alice")
        void reads(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
        }
    }

    @Test
    void anotherUserIsAnother() {
        assertThat(run(Herself.class).thrown("reads(ServiceClient)"))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "@AuthMatrix(anotherUser = \"alice\") names the user that the call is made as. Name another one.");
    }

    @GoldenPath
    static class Alone {
        @AuthMatrix
        void reads(@OnService("backend") @AsUser("asking-alice") ServiceClient backend) {
            assertThat(backend.get("/keyed/alice").send()).hasStatus(200);
        }
    }

    @Test
    void withoutAnotherUserThatCaseIsListed() {
        MatrixRun run = new MatrixRun(folder, GUARDED.yaml().replaceAll("(?m)^ *keyed-.*\\R", "")).run(Alone.class);

        assertThat(run.verdicts()).hasSize(4);
        assertThat(run.entries())
                .contains(
                        "the call itself: Not tried on GET " + GUARDED.url() + "/keyed/alice as asking-alice: another "
                                + "user's token (no other user: no other one of grant 'api-key' is declared)");
    }
}
