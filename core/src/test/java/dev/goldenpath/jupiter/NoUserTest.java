package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Project;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AnyUserTest.Free;
import dev.goldenpath.users.UserLease;
import dev.goldenpath.users.UserPools;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a test is told that can't have a user of a pool. */
class NoUserTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    private GoldenPathRun run(String pool, Class<?>... classes) {
        return GoldenPathRun.with(folder, PoolYaml.of(SERVICE, folder, pool)).run(classes);
    }

    @GoldenPath
    static class Wrong {
        @Test
        void both(@AsUser("u1") @Free ServiceClient echo) {}

        @Test
        void unknown(@AsAnyUser(from = "fre-tier") ServiceClient echo) {}

        @Test
        void tooMany(
                @Free ServiceClient echo,
                @OnService("echo") @AsAnyUser(from = "free-tier", as = "buyer") ServiceClient buyer) {}

        @Nested
        @AsUser("u1")
        @Free
        class Contradictory {
            @Test
            void onTheClass(ServiceClient echo) {}
        }
    }

    @Test
    void whatCannotBeMeantIsAnErrorThatSaysWhatToDo() {
        GoldenPathRun run = run("{ users: [u1], wait: 1h }", Wrong.class);

        assertThat(run.verdicts().values()).hasSize(4).containsOnly("ERROR");
        assertThat(run.throwable("both(ServiceClient)"))
                .hasRootCauseMessage(
                        "On 'echo' stand both @AsUser(\"u1\") and @AsAnyUser(from = \"free-tier\"). Remove @AsAnyUser"
                                + " to call as that one user, or @AsUser to call as one of the pool.");
        assertThat(run.throwable("onTheClass(ServiceClient)"))
                .hasRootCauseMessage("On class " + Wrong.Contradictory.class.getName()
                        + " stand both @AsUser(\"u1\") and @AsAnyUser(from = \"free-tier\"). Remove @AsAnyUser to call as that one"
                        + " user, or @AsUser to call as one of the pool.");
        assertThat(run.throwable("unknown(ServiceClient)"))
                .hasRootCauseMessage(
                        "Environment 'local' has no pool 'fre-tier'. Did you mean 'free-tier'? Declared: free-tier. Declare it"
                                + " under environments.local.pools in goldenpath.yaml.");
        assertThat(run.throwable("tooMany(ServiceClient, ServiceClient)").getCause())
                .hasMessageStartingWith("Pool 'free-tier' (" + folder.resolve("goldenpath.yaml") + ":")
                .hasMessageContaining(" has no user left for [engine:junit-jupiter]/")
                .hasMessageEndingWith(
                        ": it, or what it is part of, holds all of them already: u1. Add users to the pool, or"
                                + " let one test play fewer roles.");
    }

    @Test
    void aTestThatFindsNoUserFreeIsBlockedByTheOneCause() {
        String yaml = PoolYaml.of(SERVICE, folder, "{ users: [u1], wait: 100ms }");
        try (UserPools others = new UserPools(new Project(folder).yaml(yaml).load());
                UserLease held = others.lease("free-tier", "another build")) {
            GoldenPathRun run = GoldenPathRun.with(folder, yaml).run(Parameters.class, Fields.class);

            assertThat(held.user()).isEqualTo("u1");
            assertThat(run.lines("test-finished")).hasSize(2).allSatisfy(line -> {
                assertThat(line.path("verdict").asText()).isEqualTo("BLOCKED");
                assertThat(line.path("cause").asText()).isEqualTo("No user of pool 'free-tier' was free within 0.1 s.");
                assertThat(line.path("failure").path("message").asText()).contains(" for another build\n");
            });
        }
    }

    @GoldenPath
    static class Parameters {
        @Test
        void test(@Free ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @GoldenPath
    static class Fields {
        @Free
        private ServiceClient echo;

        @Test
        void test() {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }
}
