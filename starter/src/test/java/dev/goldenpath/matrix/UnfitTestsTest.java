package dev.goldenpath.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.goldenpath.auth.Accepts;
import dev.goldenpath.auth.AuthCase;
import dev.goldenpath.auth.AuthMatrix;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What can have no matrix says why, once. */
class UnfitTestsTest {
    private static final int ALL = 13;

    @RegisterExtension
    static final Guarded GUARDED = new Guarded();

    @TempDir
    Path folder;

    private MatrixRun with(String yaml) {
        return new MatrixRun(folder, yaml);
    }

    @GoldenPath
    static class Unfit {
        @AuthMatrix
        void noCall(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend).isNotNull();
        }
    }

    @Test
    void testWithoutCallIsAnError() {
        MatrixRun run = with(GUARDED.yaml()).run(Unfit.class);

        assertThat(run.thrown("the call itself"))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "@AuthMatrix makes the one call of a test again, and noCall() makes no call that is answered. "
                                + "Make the one that is to be refused in the test's method itself.");
        assertThat(run.verdicts()).hasSize(ALL).startsWith("ERROR the call itself", "SKIPPED refuses a missing token");
        assertThat(run.thrown("refuses a missing token"))
                .isExactlyInstanceOf(TestAbortedException.class)
                .hasMessage("not tried: the call itself did not pass");
    }

    @GoldenPath
    static class TwoCalls {
        @AuthMatrix
        void twoCalls(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
            assertThat(backend.get("/health").send()).hasStatus(200);
        }
    }

    @Test
    void testWithTwoCallsIsAnError() {
        assertThat(with(GUARDED.yaml()).run(TwoCalls.class).thrown("the call itself"))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "@AuthMatrix makes the one call of a test again, and twoCalls() makes 2 calls: GET %1$s/threads/"
                                        .formatted(GUARDED.url())
                                + "alice as alice, GET %1$s/health as alice; move the others into @BeforeEach."
                                        .formatted(GUARDED.url()));
    }

    @GoldenPath
    static class Anonymous {
        @AuthMatrix
        void anonymous(@OnService("backend") ServiceClient backend) {
            assertThat(backend.get("/health").send()).hasStatus(200);
        }
    }

    @Test
    void anonymousCallIsAnError() {
        assertThat(with(GUARDED.yaml()).run(Anonymous.class).thrown("the call itself"))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "@AuthMatrix makes the one call of a test again, and anonymous() makes its call as nobody (GET "
                                + GUARDED.url()
                                + "/health), so there is nothing to refuse. Inject its client with @AsUser.");
    }

    @GoldenPath
    static class Refused {
        @AuthMatrix
        void refused(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.get("/threads/bob").send()).hasStatus(404);
        }
    }

    @Test
    void callThatIsNotAcceptedIsAnError() {
        assertThat(with(GUARDED.yaml()).run(Refused.class).thrown("the call itself"))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "@AuthMatrix makes the one call of a test again, and refused() makes a call that the service "
                                + "does not accept even as alice (GET " + GUARDED.url()
                                + "/threads/bob as alice → 404). Make one "
                                + "that it does.");
    }

    @GoldenPath
    static class Unexplained {
        @AuthMatrix
        @Accepts(value = AuthCase.NO_TOKEN, status = 200, because = " ")
        void reads(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
        }
    }

    @Test
    void exceptionNeedsAReason() {
        MatrixRun run = with(GUARDED.yaml()).run(Unexplained.class);

        assertThat(run.thrown("reads(ServiceClient)"))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "@Accepts(value = AuthCase.NO_TOKEN, status = 200) does not say why. Write it in 'because'.");
        assertThat(run.verdicts()).containsExactly("ERROR reads(ServiceClient)");
    }

    @GoldenPath
    static class Deletes {
        @AuthMatrix
        @Accepts(value = AuthCase.ANOTHER_USER, status = 404, because = "they do not exist")
        void deletes(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.delete("/threads/alice").send()).hasStatus(200);
        }
    }

    @Test
    void missingThingProvesNoRefusal() {
        String id = with(GUARDED.yaml()).run(Deletes.class).id("refuses another user's token");
        GUARDED.holes();
        MatrixRun run = new MatrixRun(folder.resolve("out"), GUARDED.yaml()).plans(List.of(selectUniqueId(id)));

        assertThat(run.thrown("refuses another user's token"))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "An exception declares the answer 404 to be right, but it says nothing: made again as alice, "
                                + "the call is not accepted either (DELETE " + GUARDED.url()
                                + "/threads/alice as alice → 404). "
                                + "Make a call that can be made twice.");
    }
}
