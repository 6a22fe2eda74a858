package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.policy.AllowFake;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whose cookies are whose. */
@AllowFake(what = "com.sun.net.httpserver", reason = "the server runs in a process of its own", until = "2099-12-31")
class CookiesOfUsersTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    @Test
    void aUserKeepsCookiesForAsLongAsATestLasts() {
        GoldenPathRun run = GoldenPathRun.with(folder, """
                        environments:
                          local:
                            services: { echo: { url: "%s", health: /answer } }
                            users:
                              alice: { service: echo, grant: name, username: alice, password: "%s" }
                              bob: { service: echo, grant: name, username: bob, password: "%s" }
                        """.formatted(SERVER.url(), "not-used-1", "not-used-2"))
                .run(Browsers.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED");
    }

    private static String seenBy(ServiceClient client) {
        return client.get("/echo").send().text();
    }

    @GoldenPath
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Browsers {

        @Test
        @Order(1)
        void inOneTest(
                @AsUser("alice") ServiceClient echo,
                @OnService("echo") @AsUser("alice") ServiceClient alsoAlice,
                @OnService("echo") @AsUser("bob") ServiceClient bob,
                @OnService("echo") ServiceClient stranger,
                @OnService("echo") ServiceClient anotherStranger) {
            echo.get("/answer").query("h.Set-Cookie", "of=alice").send();
            stranger.get("/answer").query("h.Set-Cookie", "of=stranger").send();

            assertThat(seenBy(alsoAlice)).contains("\ncookie: of=alice\n", "\nx-user: alice\n");
            assertThat(seenBy(alsoAlice.forThisTest())).contains("\ncookie: of=alice\n");
            assertThat(seenBy(bob)).doesNotContain("cookie:").contains("\nx-user: bob\n");
            assertThat(seenBy(stranger)).contains("\ncookie: of=stranger\n");
            assertThat(seenBy(anotherStranger)).doesNotContain("cookie:");
        }

        @Test
        @Order(2)
        void inTheNextOne(@AsUser("alice") ServiceClient echo) {
            assertThat(seenBy(echo)).doesNotContain("cookie:");
        }
    }
}
