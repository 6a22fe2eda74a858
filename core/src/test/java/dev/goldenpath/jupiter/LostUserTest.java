package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.Waiting;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.users.UserLeaseLostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A test whose user another has taken is red, whether it notices or not. */
class LostUserTest {
    private static final String HEADLINE =
            "The lease of user 'u1' of pool 'free-tier' was lost: another test may have used this"
                    + " user at the same time.";

    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    /** The folder of the run that goes on, for the tests in it, which take a user away from themselves. */
    private static Path current = Path.of("");

    @TempDir
    private Path folder;

    @BeforeEach
    void tellTheFolder() {
        current = folder;
    }

    @AfterEach
    void forgetTheFolder() {
        current = Path.of("");
    }

    private GoldenPathRun run(String expiry, Class<?> tests) {
        return GoldenPathRun.with(folder, PoolYaml.of(SERVICE, folder, "{ users: [u1], expiry: " + expiry + " }"))
                .run(tests);
    }

    private static void takeAway() throws IOException {
        Files.delete(PoolYaml.held(current).get(0));
    }

    private static boolean refuses(ServiceClient client) {
        try {
            client.get("/again").send();
            return false;
        } catch (UserLeaseLostException e) {
            return true;
        }
    }

    @GoldenPath
    static class CallsOn {
        @Test
        void callsOn(@AsAnyUser(from = "free-tier") ServiceClient echo) throws IOException {
            assertThat(echo.get("/first").send()).hasStatus(200);
            ServiceClient handedOn = echo.forThisTest();
            takeAway();
            Waiting.until(() -> refuses(echo));
            assertThatThrownBy(() -> handedOn.get("/handed-on").send()).hasMessageStartingWith(HEADLINE);
            echo.get("/last").send();
        }
    }

    @Test
    void everyFurtherCallOfATestThatHasLostItsUserThrows() {
        GoldenPathRun run = run("3s", CallsOn.class);

        assertThat(run.verdicts().values()).containsExactly("ERROR");
        assertThat(run.throwable("callsOn(ServiceClient)"))
                .isInstanceOf(UserLeaseLostException.class)
                .hasMessageStartingWith(
                        HEADLINE + "\n  why:        it is not this JVM's any more\n  now:        held by nobody");
    }

    @GoldenPath
    static class NoticesNothing {
        @Test
        void noticesNothing(@AsAnyUser(from = "free-tier") ServiceClient echo) throws IOException {
            assertThat(echo.get("/first").send()).hasStatus(200);
            takeAway();
        }
    }

    @Test
    void aTestThatHasLostItsUserIsAnErrorAlsoWhereItHasPassed() {
        GoldenPathRun run = run("10m", NoticesNothing.class);

        assertThat(run.verdicts().values()).containsExactly("ERROR");
        assertThat(run.throwable("noticesNothing(ServiceClient)"))
                .rootCause()
                .isInstanceOf(UserLeaseLostException.class)
                .hasMessageStartingWith(HEADLINE);
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class UserOfTheClass {
        @AsAnyUser(from = "free-tier")
        private ServiceClient echo;

        @Test
        @Order(1)
        void before() {
            assertThat(echo.get("/before").send()).hasStatus(200);
        }

        @Test
        @Order(2)
        void loses() throws IOException {
            assertThat(echo.get("/first").send()).hasStatus(200);
            takeAway();
            Waiting.until(() -> refuses(echo));
        }

        @Test
        @Order(3)
        void doesWithout(@OnService("echo") ServiceClient nobody) {
            assertThat(nobody.get("/nobody").send()).hasStatus(200);
        }
    }

    @Test
    void aLostUserOfAClassMakesTheTestsThatUsedItSuspectAndTheClassRed() {
        GoldenPathRun run = run("3s", UserOfTheClass.class);

        assertThat(run.verdicts())
                .containsEntry("before()", "PASSED")
                .containsEntry("loses()", "SUSPECT")
                .containsEntry("doesWithout(ServiceClient)", "PASSED")
                .containsEntry(UserOfTheClass.class.getName(), "ERROR");
        assertThat(run.throwable("loses()")).hasMessageContaining("user lease:").hasMessageContaining(HEADLINE);
    }
}
