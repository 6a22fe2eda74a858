package dev.goldenpath.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.goldenpath.auth.Accepts;
import dev.goldenpath.auth.AuthCase;
import dev.goldenpath.auth.AuthMatrix;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsAnyUser;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.runlog.LoggedTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Each node of a matrix is a test of its own, however it is run. */
class NodesTest {
    private static final int ALL = 13;

    @RegisterExtension
    static final Guarded GUARDED = new Guarded();

    @TempDir
    Path folder;

    private MatrixRun with(String yaml) {
        return new MatrixRun(folder, yaml);
    }

    @GoldenPath
    @AsUser("alice")
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance {
        private int prepared;

        @BeforeEach
        void prepare(@OnService("backend") ServiceClient backend) {
            prepared++;
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
        }

        @AuthMatrix
        @Accepts(value = AuthCase.ANOTHER_USER, status = 404, because = "they do not exist")
        void reads(@OnService("backend") ServiceClient backend) {
            assertThat(prepared).isPositive();
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
        }

        @Nested
        class Within {
            @AuthMatrix
            @Accepts(value = AuthCase.ANOTHER_USER, status = 404, because = "they do not exist")
            void reads(@OnService("backend") ServiceClient backend) {
                assertThat(backend.get("/threads/alice").send()).hasStatus(200);
            }
        }
    }

    @Test
    void runsInParallelWithOneInstanceAndNested() {
        MatrixRun run = with(GUARDED.yaml())
                .parameter("junit.jupiter.execution.parallel.enabled", "true")
                .parameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .parameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .parameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .run(OneInstance.class);

        assertThat(run.verdicts()).hasSize(2 * ALL);
        assertThat(run.red()).isEmpty();
    }

    @Test
    void eachNodeHasEvidenceOfItsOwn() {
        MatrixRun run = with(GUARDED.yaml()).run(HolesTest.ReadsHerThread.class);

        assertThat(run.exchanges("refuses an expired token"))
                .containsExactly(
                        "alice GET /threads/alice 200 null",
                        "null GET /threads/alice 200 replay",
                        "null GET /threads/alice 401 replay");
        assertThat(run.exchanges("refuses a token of another issuer"))
                .containsExactly("alice GET /threads/alice 200 null", "null GET /threads/alice 401 replay");
        assertThat(run.exchanges("refuses a missing token"))
                .containsExactly("alice GET /threads/alice 200 null", "null GET /threads/alice 401 replay");
        assertThat(run.exchanges("refuses another user's token"))
                .containsExactly(
                        "alice GET /threads/alice 200 null",
                        "bob GET /threads/alice 404 null",
                        "alice GET /threads/alice 200 null");
    }

    @Test
    void nodeIsRunAloneAndAgain() {
        GUARDED.holes("expired");
        MatrixRun all = with(GUARDED.yaml()).run(HolesTest.ReadsHerThread.class);
        String id = all.id("refuses an expired token");

        MatrixRun alone = new MatrixRun(folder.resolve("out"), GUARDED.yaml()).plans(List.of(selectUniqueId(id)));
        assertThat(alone.verdicts()).containsExactly("FAILED refuses an expired token");

        MatrixRun again = new MatrixRun(folder.resolve("out/out"), GUARDED.yaml())
                .plans(
                        List.of(DiscoverySelectors.selectClass(HolesTest.ReadsHerThread.class)),
                        List.of(selectUniqueId(id)));
        assertThat(again.red()).containsExactly("FAILED refuses an expired token");
        assertThat(again.tests().stream()
                        .filter(test -> test.plan().displayName().equals("refuses an expired token"))
                        .map(LoggedTest::attempts)
                        .map(List::size))
                .containsExactly(2);
    }

    @Test
    void withoutAKeyCasesAreListedAndNoNodes() {
        MatrixRun run = with(GUARDED.yaml("algorithms: ES256")).run(HolesTest.ReadsHerThread.class);

        assertThat(run.red()).isEmpty();
        assertThat(run.verdicts()).hasSize(ALL - 4);
        String words =
                "Not tried on GET " + GUARDED.url() + "/threads/alice as alice: an expired token, a token that is "
                        + "not valid yet, a token of another issuer, a token for another audience (no key: "
                        + "services.backend.tokens.signing is not set)";
        assertThat(run.entries()).containsExactly("the call itself: " + words);
        assertThat(run.findings()).containsExactly("auth-matrix WARNING " + words);
    }

    @Test
    void refusedKeyIsAnErrorAndNoPass() {
        GUARDED.holes("only-its-own");
        MatrixRun run = with(GUARDED.yaml()).run(HolesTest.ReadsHerThread.class);

        assertThat(run.red())
                .containsExactly(
                        "ERROR refuses an expired token",
                        "ERROR refuses a token that is not valid yet",
                        "ERROR refuses a token of another issuer",
                        "ERROR refuses a token for another audience");
        assertThat(run.thrown("refuses an expired token"))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessage("The service refuses even a sound token signed with services.backend.tokens.signing (GET "
                        + GUARDED.url()
                        + "/threads/alice with a sound token → 401), so it can't be told why it refuses "
                        + "a bad one. See that key, key-id and algorithm are those of a key that the service trusts, and "
                        + "that it takes a token which says what it has issued to the user.");
    }

    @GoldenPath
    static class Failing {
        @AuthMatrix
        void fails(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.get("/threads/alice").send()).hasStatus(201);
        }
    }

    @Test
    void failedCallFailsOnce() {
        MatrixRun run = with(GUARDED.yaml()).run(Failing.class);

        assertThat(run.verdicts()).startsWith("FAILED the call itself", "SKIPPED refuses a missing token");
        assertThat(run.verdicts().stream().filter(each -> each.startsWith("FAILED ")))
                .hasSize(1);
    }

    @Test
    void failedCallOfANodeAloneFailsIt() {
        String id = with(GUARDED.yaml()).run(Failing.class).id("refuses a missing token");

        assertThat(new MatrixRun(folder.resolve("out"), GUARDED.yaml())
                        .plans(List.of(selectUniqueId(id)))
                        .verdicts())
                .containsExactly("FAILED refuses a missing token");
    }

    @GoldenPath
    static class OpenToAll {
        @AuthMatrix(anotherUser = "opaque-bob")
        @Accepts(value = AuthCase.NO_TOKEN, status = 200, because = "whoever has no token sees it too")
        @Accepts(value = AuthCase.ANOTHER_USER, status = 200, because = "it is shared")
        void reads(@OnService("backend") @AsUser("alice") ServiceClient backend) {
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
        }
    }

    @Test
    void whatIsOpenCanBeDeclared() {
        GUARDED.holes("no-token");

        assertThat(with(GUARDED.yaml()).run(OpenToAll.class).red()).isEmpty();
    }

    @GoldenPath
    static class Leased {
        @AuthMatrix
        @Accepts(value = AuthCase.ANOTHER_USER, status = 404, because = "they do not exist")
        void reads(@OnService("backend") @AsAnyUser(from = "readers") ServiceClient backend) {
            assertThat(backend.get("/threads/alice").send()).hasStatus(200);
        }
    }

    @Test
    void userOfAPoolHasAMatrix() {
        String pool = "    pools: { readers: { users: alice, folder: \"" + folder.resolve("leases") + "\" } }\n";
        MatrixRun run = with(GUARDED.yaml().replaceFirst("(?m)^    users:", pool + "    users:"))
                .run(Leased.class);

        assertThat(run.verdicts()).hasSize(ALL);
        assertThat(run.red()).isEmpty();
    }
}
