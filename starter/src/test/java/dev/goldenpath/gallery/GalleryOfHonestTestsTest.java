package dev.goldenpath.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.gallery.honest.AllowedFake;
import dev.goldenpath.gallery.honest.ChildThread;
import dev.goldenpath.gallery.honest.ClientOfTheJdk;
import dev.goldenpath.gallery.honest.DemandsAnA;
import dev.goldenpath.gallery.honest.DynamicCalls;
import dev.goldenpath.gallery.honest.EventualAnswer;
import dev.goldenpath.gallery.honest.ExpectedRefusal;
import dev.goldenpath.gallery.honest.NestedCalls;
import dev.goldenpath.gallery.honest.OneCallForTen;
import dev.goldenpath.gallery.honest.OneInstanceForAll;
import dev.goldenpath.gallery.honest.ParallelCalls;
import dev.goldenpath.gallery.honest.ParameterizedCalls;
import dev.goldenpath.gallery.honest.PlainCall;
import dev.goldenpath.gallery.honest.RawSocket;
import dev.goldenpath.gallery.honest.RetriedCall;
import dev.goldenpath.gallery.honest.StreamedBody;
import dev.goldenpath.gallery.honest.TimedOnAThreadOfItsOwn;
import dev.goldenpath.gallery.honest.VirtualThreads;
import dev.goldenpath.gallery.honest.WebSocketOnly;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No honest test may be suspected, whatever its shape. */
class GalleryOfHonestTestsTest {
    @RegisterExtension
    static final Gallery GALLERY = new Gallery();

    @TempDir
    Path folder;

    static Stream<Arguments> honest() {
        return Stream.of(
                Arguments.of(PlainCall.class, Grade.A, 1),
                Arguments.of(DemandsAnA.class, Grade.A, 1),
                Arguments.of(ParallelCalls.class, Grade.A, 8),
                Arguments.of(StreamedBody.class, Grade.A, 1),
                Arguments.of(ChildThread.class, Grade.A, 1),
                Arguments.of(OneInstanceForAll.class, Grade.A, 2),
                Arguments.of(DynamicCalls.class, Grade.A, 2),
                Arguments.of(OneCallForTen.class, Grade.A, 10),
                Arguments.of(TimedOnAThreadOfItsOwn.class, Grade.A, 1),
                Arguments.of(NestedCalls.class, Grade.A, 1),
                Arguments.of(ParameterizedCalls.class, Grade.A, 2),
                Arguments.of(EventualAnswer.class, Grade.A, 1),
                Arguments.of(ExpectedRefusal.class, Grade.A, 1),
                Arguments.of(AllowedFake.class, Grade.A, 1),
                Arguments.of(WebSocketOnly.class, Grade.B, 1),
                Arguments.of(ClientOfTheJdk.class, Grade.B, 1),
                Arguments.of(RawSocket.class, Grade.B, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void passes(Class<?> honest, Grade grade, int tests) throws IOException {
        assertPassed(run(honest), grade, tests);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void passesOnVirtualThreads() throws IOException {
        assertPassed(run(VirtualThreads.class), Grade.A, 1);
    }

    @Test
    void passesWhereAnotherExtensionRunsItAgain() throws IOException {
        GalleryRun run = run(RetriedCall.class);
        // The extension reports a try that failed and is followed by another as aborted.
        assertThat(run.tests()).extracting(LoggedTest::verdict).containsExactly(Verdict.SKIPPED, Verdict.PASSED);
        assertThat(run.grades()).containsExactly(Grade.A);
    }

    private GalleryRun run(Class<?> honest) throws IOException {
        return GALLERY.run(
                honest,
                folder,
                GALLERY.local(),
                Map.of(
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "4"));
    }

    private static void assertPassed(GalleryRun run, Grade grade, int tests) {
        assertThat(run.facts()).as("facts").noneMatch(fact -> fact.startsWith("what to do"));
        assertThat(run.tests())
                .hasSize(tests)
                .extracting(LoggedTest::verdict)
                .as(run.facts().toString())
                .containsOnly(Verdict.PASSED);
        assertThat(run.grades()).as(run.facts().toString()).containsExactly(grade);
        assertThat(run.failuresOfTheirOwn()).isEmpty();
    }
}
