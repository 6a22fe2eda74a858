package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.http.ServiceClient;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who an injected client of a pool calls as, and for how long. */
class AnyUserTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    private GoldenPathRun run(String pool, Class<?>... classes) {
        return GoldenPathRun.with(folder, PoolYaml.of(SERVICE, folder, pool)).run(classes);
    }

    /** {@code u1} of {@code client of echo as u1}. */
    private static String userOf(ServiceClient client) {
        return client.toString().replaceFirst(".* as ", "");
    }

    @AsAnyUser(from = "free-tier")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Free {}

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_METHOD)
    static class OneTest {
        private final ServiceClient fromConstructor;
        private ServiceClient before = null;

        @Free
        private ServiceClient field;

        OneTest(@Free ServiceClient echo) {
            fromConstructor = echo;
        }

        @BeforeEach
        void keep(@Free ServiceClient echo) {
            before = echo;
        }

        @Test
        void hasOneUserForEachRole(
                @Free @OnService("echo") ServiceClient same,
                @OnService("echo") @AsAnyUser(from = "free-tier", as = "buyer") ServiceClient buyer,
                @OnService("echo") @AsAnyUser(from = "free-tier", as = "buyer") ServiceClient buyerToo,
                @OnService("echo") ServiceClient nobody) {
            assertThat(same.get("/same").send()).hasStatus(200);
            assertThat(List.of(userOf(fromConstructor), userOf(field), userOf(before)))
                    .containsOnly(userOf(same));
            assertThat(userOf(buyer)).isEqualTo(userOf(buyerToo)).isNotEqualTo(userOf(same));
            assertThat(nobody).hasToString("client of echo");
        }

        @Test
        void andTheNextTestFindsThemFree(@Free ServiceClient echo) {
            assertThat(echo.get("/next").send()).hasStatus(200);
        }
    }

    @Test
    void allClientsOfOneTestHaveTheSameUserUnlessTheyPlayDifferentRoles() {
        GoldenPathRun run = run("{ users: [u1, u2], wait: 0s }", OneTest.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED");
        List<JsonNode> exchanges = run.lines("evidence").stream()
                .filter(line -> line.path("url").asText().endsWith("/same"))
                .toList();
        assertThat(exchanges)
                .singleElement()
                .satisfies(line -> assertThat(line.path("user").asText()).matches("u[12]"));
        assertThat(run.evidence().stream().filter(line -> line.contains("leased")))
                .hasSize(3)
                .anyMatch(
                        line -> line.matches("SETUP leased user 'u[12]' of pool 'free-tier' of hasOneUserForEachRole"))
                .anyMatch(line -> line.matches(
                        "TEST leased user 'u[12]' of pool 'free-tier' as 'buyer' of hasOneUserForEachRole"));
        assertThat(PoolYaml.held(folder)).isEmpty();
    }

    @GoldenPath
    static class Market {
        @Test
        void aBuyerFindsWhatASellerOffers(
                @OnService("echo") @AsAnyUser(from = "free-tier", as = "seller") ServiceClient seller,
                @OnService("echo") @AsAnyUser(from = "free-tier", as = "buyer") ServiceClient buyer) {
            assertThat(seller.post("/offers").json("a lamp").send()).hasStatus(200);
            assertThat(buyer.get("/offers").send()).hasStatus(200);
            assertThat(userOf(buyer)).isNotEqualTo(userOf(seller));
        }
    }

    @Test
    void rolesCanBePlayedByUsersOfOnePool() {
        GoldenPathRun run = run("{ users: [u1, u2], wait: 0s }", Market.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");
    }

    @GoldenPath
    @Execution(ExecutionMode.CONCURRENT)
    static class Parallel {
        private static final Set<String> IN_USE = ConcurrentHashMap.newKeySet();

        @RepeatedTest(8)
        void alone(@Free ServiceClient echo) {
            assertThat(IN_USE.add(userOf(echo))).isTrue();
            assertThat(echo.get("/alone").send()).hasStatus(200);
            assertThat(IN_USE.remove(userOf(echo))).isTrue();
        }
    }

    @Test
    void parallelTestsNeverShareAUser() {
        GoldenPathRun run = GoldenPathRun.with(folder, PoolYaml.of(SERVICE, folder, "{ users: [u1, u2] }"))
                .parameter("junit.jupiter.execution.parallel.enabled", "true")
                .parameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .parameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .run(Parallel.class);

        assertThat(run.verdicts().values()).hasSize(8).containsOnly("PASSED");
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Shared {
        @Free
        private ServiceClient ofTheClass;

        private String fromBeforeAll = "";

        @BeforeAll
        void keep(@Free ServiceClient echo) {
            fromBeforeAll = userOf(echo);
        }

        @AfterAll
        void stillTheSame(@Free ServiceClient echo) {
            assertThat(userOf(echo)).isEqualTo(fromBeforeAll);
        }

        @Test
        void hasAUserOfItsOwnBesideThatOfTheClass(@Free ServiceClient echo) {
            assertThat(ofTheClass.get("/class").send()).hasStatus(200);
            assertThat(userOf(ofTheClass)).isEqualTo(fromBeforeAll);
            assertThat(userOf(echo)).isNotEqualTo(fromBeforeAll);
        }

        @TestFactory
        Stream<DynamicTest> hasOneForAllItsTests(@Free ServiceClient echo) {
            return Stream.of("a", "b")
                    .map(name -> DynamicTest.dynamicTest(name, () -> {
                        assertThat(echo.get("/" + name).send()).hasStatus(200);
                        assertThat(userOf(echo)).isNotEqualTo(fromBeforeAll);
                    }));
        }

        @Nested
        class Inner {
            @Test
            void too(@Free ServiceClient echo) {
                assertThat(echo.get("/inner").send()).hasStatus(200);
                assertThat(userOf(echo)).isNotEqualTo(fromBeforeAll);
            }
        }
    }

    @Test
    void aSharedClientKeepsItsUserForTheWholeClassAndTestsHaveOthers() {
        GoldenPathRun run = run("{ users: [u1, u2], wait: 0s }", Shared.class);

        assertThat(run.verdicts().values()).hasSize(4).containsOnly("PASSED");
        assertThat(run.closingFailure()).isEmpty();
        assertThat(PoolYaml.held(folder)).isEmpty();
    }

    @GoldenPath
    @AsAnyUser(from = "free-tier")
    static class Outer {
        @Test
        void ofTheClass(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
            assertThat(userOf(echo)).isEqualTo("u1");
        }

        @Test
        void nearer(
                @AsUser("u3") ServiceClient echo, @OnService("echo") @AsUser(AsUser.ANONYMOUS) ServiceClient nobody) {
            assertThat(echo.get("/").send()).hasStatus(200);
            assertThat(userOf(echo)).isEqualTo("u3");
            assertThat(nobody).hasToString("client of echo");
        }
    }

    @AsUser("u2")
    static class Inheriting extends Outer {
        @Override
        @Test
        void ofTheClass(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
            assertThat(userOf(echo)).isEqualTo("u2");
        }
    }

    @Test
    void theNearestAnnotationCounts() {
        GoldenPathRun run = run("{ users: [u1], wait: 0s }", Outer.class, Inheriting.class);

        assertThat(run.verdicts().values()).hasSize(2).containsOnly("PASSED");
        assertThat(run.lines("test-finished"))
                .hasSize(4)
                .allMatch(line -> line.path("verdict").asText().equals("PASSED"));
    }
}
