package dev.goldenpath.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.auth.AuthMatrix;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A refusal that tells what it should not is a failure, which does not tell it again. */
class LeaksTest {
    @RegisterExtension
    static final Guarded GUARDED = new Guarded();

    @TempDir
    Path folder;

    @GoldenPath
    static class Reads {
        @AuthMatrix
        void reads(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
        }
    }

    static Stream<Arguments> leaks() {
        return Stream.of(
                Arguments.of(
                        "tells-token", "the credentials that were sent, in the body: {\"error\":\"bad: Bearer ***\"}"),
                Arguments.of("tells-signature", "the credentials that were sent, in the header X-Bad: signature ***"),
                Arguments.of(
                        "tells-text",
                        "a text of the user's own answer, in the body: {\"title\":\"***\",\"more\":[\"***\"]}"),
                Arguments.of("tells-name", "a name of the user, in the body: {\"error\":\"not you, ***\"}"),
                Arguments.of("tells-trace", "a stack trace, in the body: …ng.IllegalStateException: no ***"),
                Arguments.of("tells-key", "a private key, in the body: {\"kty\":\"EC\",***}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leaks")
    void isFoundAndNotTold(String hole, String found) {
        GUARDED.holes(hole);
        MatrixRun run = new MatrixRun(folder, GUARDED.yaml()).run(Reads.class);

        assertThat(run.thrown("refuses garbage for a token"))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessage("""
                        The service refuses garbage for a token, and tells too much.
                          case:       GARBAGE
                          call:       GET %1$s/threads/alice as alice
                          sent:       the same call with garbage for a token instead of alice's credentials
                          answer:     GET %1$s/threads/alice with garbage for a token → %2$s
                          it tells:   %3$s
                          what to do: Let a refusal say no more than that it is one, to whomever.""".formatted(GUARDED.url(), hole.equals("tells-text") ? 403 : 401, found));
    }
}
