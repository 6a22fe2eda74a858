package dev.goldenpath.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.auth.Accepts;
import dev.goldenpath.auth.AuthCase;
import dev.goldenpath.auth.AuthMatrix;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix is green on a sound service, and finds each hole by the node that is named for it, and by no other. */
class HolesTest {
    @RegisterExtension
    static final Guarded GUARDED = new Guarded();

    @TempDir
    Path folder;

    private MatrixRun run() {
        return new MatrixRun(folder, GUARDED.yaml()).run(ReadsHerThread.class);
    }

    @GoldenPath
    static class ReadsHerThread {
        @AuthMatrix
        @Accepts(value = AuthCase.ANOTHER_USER, status = 404, because = "another user's threads do not exist")
        void onlyAliceReadsHerThread(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
        }
    }

    @Test
    void soundServiceIsGreen() {
        MatrixRun run = run();

        assertThat(run.verdicts())
                .containsExactly(
                        "PASSED the call itself",
                        "PASSED refuses a missing token",
                        "PASSED refuses garbage for a token",
                        "PASSED refuses an expired token",
                        "PASSED refuses a token that is not valid yet",
                        "PASSED refuses a token of another issuer",
                        "PASSED refuses a token for another audience",
                        "PASSED refuses a token signed with a wrong key",
                        "PASSED refuses a token with an unknown kid",
                        "PASSED refuses a token with alg none",
                        "PASSED refuses a token signed HS256 with the public key",
                        "PASSED refuses a tampered token",
                        "PASSED refuses another user's token");
        assertThat(run.entries()).isEmpty();
    }

    static Stream<Arguments> holes() {
        return Stream.of(
                Arguments.of("no-token", List.of("FAILED refuses a missing token")),
                Arguments.of("garbage", List.of("FAILED refuses garbage for a token")),
                Arguments.of("expired", List.of("FAILED refuses an expired token")),
                Arguments.of("not-yet-valid", List.of("FAILED refuses a token that is not valid yet")),
                Arguments.of("issuer", List.of("FAILED refuses a token of another issuer")),
                Arguments.of("audience", List.of("FAILED refuses a token for another audience")),
                Arguments.of("wrong-key", List.of("FAILED refuses a token signed with a wrong key")),
                Arguments.of("unknown-kid", List.of("FAILED refuses a token with an unknown kid")),
                Arguments.of("none", List.of("FAILED refuses a token with alg none")),
                Arguments.of("hs256-der", List.of("FAILED refuses a token signed HS256 with the public key")),
                Arguments.of("hs256-pem", List.of("FAILED refuses a token signed HS256 with the public key")),
                Arguments.of("hs256-pem-line-end", List.of("FAILED refuses a token signed HS256 with the public key")),
                Arguments.of("hs256-jwk", List.of("FAILED refuses a token signed HS256 with the public key")),
                Arguments.of("tampered", List.of("FAILED refuses a tampered token")),
                Arguments.of("owner", List.of("FAILED refuses another user's token")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("holes")
    void holeIsFoundByItsNode(String hole, List<String> red) {
        GUARDED.holes(hole);

        assertThat(run().red()).isEqualTo(red);
    }

    @Test
    void acceptedTokenIsToldInFacts() {
        GUARDED.holes("expired");

        assertThat(run().thrown("refuses an expired token"))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessage("""
                        The service accepts an expired token.
                          case:       EXPIRED
                          call:       GET %1$s/threads/alice as alice
                          sent:       the same call with an expired token instead of alice's credentials
                          answer:     GET %1$s/threads/alice with an expired token → 200
                          expected:   401 or 403
                          exceptions: none
                          what to do: Check exp. Where this is right, say so: @Accepts(value = AuthCase.EXPIRED, \
                        status = …, because = "…").""".formatted(GUARDED.url()));
    }

    @Test
    void formOfThePublicKeyIsTold() {
        GUARDED.holes("hs256-pem");

        assertThat(run().thrown("refuses a token signed HS256 with the public key"))
                .hasMessageStartingWith("The service accepts a token signed HS256 with the public key (its PEM).\n")
                .hasMessageContaining("with a token signed HS256 with the public key (its PEM) → 200");
    }

    @Test
    void allAttemptsOfACaseAreTold() {
        GUARDED.holes("tampered", "owner");

        assertThat(run().thrown("refuses a tampered token"))
                .hasMessageContaining("The service accepts a tampered token that lives longer.")
                .hasMessageContaining("The service accepts a tampered token of another subject.");
    }

    @Test
    void anotherUsersAnswerIsTold() {
        GUARDED.holes("owner");

        assertThat(run().thrown("refuses another user's token")).hasMessage("""
                        The service accepts the credentials of bob.
                          case:       ANOTHER_USER
                          call:       GET %1$s/threads/alice as alice
                          sent:       the same call with the credentials of bob instead of alice's credentials
                          answer:     GET %1$s/threads/alice as bob → 200
                          expected:   401 or 403
                          exceptions: 404, because another user's threads do not exist
                          what to do: Check that what is asked for is the caller's own. Where this is right, say so: \
                        @Accepts(value = AuthCase.ANOTHER_USER, status = …, because = "…").""".formatted(GUARDED.url()));
    }

    static Stream<String> otherAnswers() {
        return Stream.of("302", "400", "404", "500");
    }

    @ParameterizedTest
    @MethodSource("otherAnswers")
    void otherAnswerIsNoRefusal(String status) {
        GUARDED.holes("answers-" + status);

        assertThat(run().thrown("refuses a missing token")).hasMessage("""
                        The service neither accepts nor refuses a missing token.
                          case:       NO_TOKEN
                          call:       GET %1$s/threads/alice as alice
                          sent:       the same call with a missing token instead of alice's credentials
                          answer:     GET %1$s/threads/alice → %2$s
                          expected:   401 or 403
                          exceptions: none
                          what to do: Refuse with 401 or 403 before anything else is looked at. Where this answer is \
                        right, say so: @Accepts(value = AuthCase.NO_TOKEN, status = …, because = "…").""".formatted(GUARDED.url(), status));
    }

    @Test
    void noTokenIsInAnyOutput() {
        GUARDED.holes("expired", "wrong-key", "tampered", "hs256-pem", "none", "tells-token");
        MatrixRun run = run();

        assertThat(run.red()).hasSizeGreaterThan(5);
        assertThat(run.lines()).noneMatch(line -> line.contains("eyJ"));
        run.red()
                .forEach(each ->
                        assertThat(run.thrown(each.replaceFirst("\\w+ ", ""))).hasMessageNotContaining("eyJ"));
    }
}
