package dev.goldenpath.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.gallery.fakes.AnonymousWhereAUserWasAskedFor;
import dev.goldenpath.gallery.fakes.AnswerOfAnotherUser;
import dev.goldenpath.gallery.fakes.CallsAroundTheTestOnly;
import dev.goldenpath.gallery.fakes.CallsByTheLibraryOnly;
import dev.goldenpath.gallery.fakes.EventsToItself;
import dev.goldenpath.gallery.fakes.ExpiredAllowance;
import dev.goldenpath.gallery.fakes.FallbackOnException;
import dev.goldenpath.gallery.fakes.ForgedSocketEvents;
import dev.goldenpath.gallery.fakes.LiteralMetrics;
import dev.goldenpath.gallery.fakes.LoopbackBehindARemoteName;
import dev.goldenpath.gallery.fakes.MockAnswer;
import dev.goldenpath.gallery.fakes.MockInBaseClass;
import dev.goldenpath.gallery.fakes.MockInLambda;
import dev.goldenpath.gallery.fakes.MockNamedByReflection;
import dev.goldenpath.gallery.fakes.MockedClient;
import dev.goldenpath.gallery.fakes.NothingAsserted;
import dev.goldenpath.gallery.fakes.OwnHttpServer;
import dev.goldenpath.gallery.fakes.ProxyOverSeam;
import dev.goldenpath.gallery.fakes.RedirectToAnUndeclaredHost;
import dev.goldenpath.gallery.fakes.RedirectToLoopback;
import dev.goldenpath.gallery.fakes.SeamInTestCode;
import dev.goldenpath.gallery.fakes.ServedInThisJvm;
import dev.goldenpath.gallery.fakes.SleepingSocketServer;
import dev.goldenpath.gallery.fakes.SwallowedAssertion;
import dev.goldenpath.gallery.fakes.UndeclaredHost;
import dev.goldenpath.gallery.fakes.WireMockedBackend;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fake here passes but for the referee, who must turn it SUSPECT, and for the right reason. */
class GalleryOfFakesTest {
    @RegisterExtension
    static final Gallery GALLERY = new Gallery();

    private static final String NO_CALL = "in the test: 0 HTTP responses, 0 received messages";

    @TempDir
    Path folder;

    static Stream<Arguments> fakes() {
        return Stream.of(
                Arguments.of(MockedClient.class, "mock-library: MockedClient uses org.mockito.Mockito"),
                Arguments.of(
                        MockInBaseClass.class, "mock-library: MockInBaseClass → MockingBase uses org.mockito.Mockito"),
                Arguments.of(MockInLambda.class, "mock-library: MockInLambda uses org.mockito.Mockito"),
                Arguments.of(
                        MockNamedByReflection.class, "mock-library: MockNamedByReflection names org.mockito.Mockito"),
                Arguments.of(
                        WireMockedBackend.class,
                        "mock-library: WireMockedBackend uses com.github.tomakehurst.wiremock"),
                Arguments.of(OwnHttpServer.class, "http-server-in-test: OwnHttpServer uses com.sun.net.httpserver"),
                Arguments.of(SeamInTestCode.class, "seam-in-test-code: SeamInTestCode"),
                Arguments.of(ProxyOverSeam.class, "proxy-of-seam: ProxyOverSeam"),
                Arguments.of(ExpiredAllowance.class, "mock-library: ExpiredAllowance uses org.mockito.Mockito"),
                Arguments.of(SwallowedAssertion.class, "swallowed-throwable: "),
                Arguments.of(FallbackOnException.class, "swallowed-throwable: "),
                Arguments.of(NothingAsserted.class, "no-assertion: "),
                Arguments.of(LiteralMetrics.class, NO_CALL),
                Arguments.of(EventsToItself.class, NO_CALL),
                Arguments.of(CallsAroundTheTestOnly.class, NO_CALL),
                Arguments.of(CallsByTheLibraryOnly.class, NO_CALL),
                Arguments.of(ForgedSocketEvents.class, "forged events: 1 that bear the name of a socket event"),
                Arguments.of(MockAnswer.class, "marker in an answer: GET http://127.0.0.1:"),
                Arguments.of(AnswerOfAnotherUser.class, "identity: swapped says the caller is 'mallory'"),
                Arguments.of(AnonymousWhereAUserWasAskedFor.class, "identity: gallery does not know the caller 'lost'"),
                Arguments.of(UndeclaredHost.class, "undeclared-host: "),
                Arguments.of(RedirectToAnUndeclaredHost.class, "undeclared-host: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fakes")
    void isSuspect(Class<?> fake, String fact) throws IOException {
        assertSuspect(fake, GALLERY.local(), fact);
    }

    @Test
    void isSuspectWhereTheRemoteNameIsThisMachine() throws IOException {
        assertSuspect(
                LoopbackBehindARemoteName.class, GALLERY.remote("gallery.example.com", ""), "peer-on-this-machine: ");
    }

    @Test
    void isSuspectWhereARedirectLeadsToThisMachine() throws IOException {
        assertSuspect(
                RedirectToLoopback.class,
                GALLERY.remote("gallery.example.com", ", tunnel: true"),
                "peer-on-this-machine: ");
    }

    @Test
    void isSuspectWhereTheServiceRunsInThisJvm() throws Exception {
        try (GalleryService here = GalleryService.start()) {
            assertSuspect(
                    ServedInThisJvm.class, Gallery.inside(here.port()), "served in this JVM: 127.0.0.1:" + here.port());
        }
    }

    @Test
    void isSuspectWhereTheSocketsAreServedInThisJvm() throws Exception {
        try (GalleryService here = GalleryService.start()) {
            assertSuspect(
                    SleepingSocketServer.class,
                    Gallery.inside(here.socketPort()),
                    "served in this JVM: 127.0.0.1:" + here.socketPort());
        }
    }

    private void assertSuspect(Class<?> fake, String environment, String fact) throws IOException {
        GalleryRun run = GALLERY.run(fake, folder, environment, Map.of());
        assertThat(run.tests()).isNotEmpty().extracting(LoggedTest::verdict).containsOnly(Verdict.SUSPECT);
        assertThat(run.facts()).anySatisfy(found -> assertThat(found).startsWith(fact));
        // Nothing but the referee had anything against it: JUnit alone would have passed it.
        assertThat(run.failuresOfTheirOwn())
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("turned SUSPECT"));
    }
}
