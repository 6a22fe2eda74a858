package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ServiceAddress;
import dev.goldenpath.evidence.TestEvidence;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.readiness.Requires;
import dev.goldenpath.users.Users;
import dev.goldenpath.users.VirtualUsers;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which services a test, or a class, turns out to need by what stands in its classes. */
class TestNeedsTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    private NotedNeeds run(Class<?>... classes) {
        return NotedNeeds.in(folder, SERVICE, classes);
    }

    @OnService("search")
    @AsUser("alice")
    @Retention(RetentionPolicy.RUNTIME)
    @interface SearchAsAlice {}

    @NotedNeeds.Noted
    static class Parameters {
        @Test
        void byAnnotation(@OnService("web") ServiceClient client) {}

        @Test
        void byName(ServiceClient search, ServiceClient web) {}

        @Test
        void byAnAnnotationOfOnesOwn(@SearchAsAlice ServiceClient client) {}

        @Test
        void asAUser(@AsUser("alice") ServiceClient web) {}

        @Test
        void asAUserWhomNoServiceKnows(@AsUser("robot") ServiceClient web) {}

        @Test
        void asAnyUser(@AsAnyUser(from = "free-tier") ServiceClient web) {}

        @Test
        @Requires("web")
        void asManyUsers(@Users(count = 2, from = "free-tier") VirtualUsers users) {}

        @Test
        void asManyUsersOfWhatever(@Users(count = 2, from = "free-tier") VirtualUsers users) {}

        @Test
        void anAddress(@AsUser("alice") ServiceAddress mail) {}

        @Test
        void companions(TestEvidence evidence) {}

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parameterized(String word, ServiceClient mail) {}

        @RepeatedTest(2)
        void repeated(ServiceClient mail) {}

        @TestFactory
        Stream<DynamicTest> factory(ServiceClient mail) {
            return Stream.of("dynamic", "too").map(name -> DynamicTest.dynamicTest(name, () -> {}));
        }
    }

    @Test
    void theInjectedParametersOfAMethodTell() {
        NotedNeeds noted = run(Parameters.class);

        assertThat(noted.of("byAnnotation")).containsExactly("web");
        assertThat(noted.of("byName")).containsExactly("web", "search");
        assertThat(noted.of("byAnAnnotationOfOnesOwn")).containsExactly("search", "accounts");
        assertThat(noted.of("asAUser")).containsExactly("web", "accounts");
        assertThat(noted.of("asAUserWhomNoServiceKnows")).containsExactly("web");
        assertThat(noted.of("asAnyUser")).containsExactly("web", "accounts", "idp");
        assertThat(noted.of("asManyUsers")).containsExactly("web", "accounts", "idp");
        assertThat(noted.of("asManyUsersOfWhatever")).isEmpty();
        assertThat(noted.of("anAddress")).containsExactly("mail");
        assertThat(noted.of("companions")).isEmpty();
        assertThat(noted.of("parameterized")).containsExactly("mail");
        assertThat(noted.of("repeated")).containsExactly("mail");
        assertThat(noted.of("dynamic")).containsExactly("mail");
        assertThat(noted.of("Parameters")).isEmpty();
        assertThat(noted.times("parameterized")).isEqualTo(2);
    }

    @NotedNeeds.Noted
    static class Unclear {
        @Test
        void noName(ServiceClient client) {}

        @Test
        void misspelt(@OnService("wep") ServiceClient client, ServiceClient mail) {}

        @Test
        void unknownUser(@AsUser("alise") ServiceClient web) {}

        @Test
        void unknownPool(@AsAnyUser(from = "fre-tier") ServiceClient web) {}

        @Test
        void bothUsers(@AsUser("alice") @AsAnyUser(from = "free-tier") ServiceClient web) {}

        @Test
        void unknownType(@OnService("web") StringBuilder builder) {}
    }

    @Test
    void whatCannotBeToldIsLeftToTheInjectionWhichFailsWithItsOwnMessage() {
        NotedNeeds noted = run(Unclear.class);

        assertThat(noted.of("noName")).isEmpty();
        assertThat(noted.of("misspelt")).containsExactly("mail");
        assertThat(noted.of("unknownUser")).containsExactly("web");
        assertThat(noted.of("unknownPool")).containsExactly("web");
        assertThat(noted.of("bothUsers")).containsExactly("web");
        assertThat(noted.of("unknownType")).isEmpty();
        assertThat(noted.verdicts().values()).hasSize(6).containsOnly("ERROR");
    }

    @NotedNeeds.Noted
    static class Places {
        @OnService("search")
        private ServiceClient field;

        private ServiceClient notInjected;

        Places(ServiceClient web) {
            notInjected = web;
        }

        @BeforeAll
        static void beforeAll(ServiceClient accounts) {}

        @BeforeEach
        void beforeEach(ServiceClient idp) {}

        @AfterEach
        void afterEach(ServiceClient redis) {}

        @AfterAll
        static void afterAll(ServiceClient mail) {}

        @Test
        void inEveryPlace() {
            assertThat(notInjected.get("/").send()).hasStatus(200);
            assertThat(field.get("/").send()).hasStatus(200);
        }
    }

    @Test
    void soDoTheFieldsTheConstructorAndTheSetUpOfItsClass() {
        NotedNeeds noted = run(Places.class);

        assertThat(noted.of("inEveryPlace"))
                .containsExactly("web", "search", "accounts", "idp", "redis", "mail")
                .isEqualTo(noted.of("Places"));
    }

    abstract static class Base {
        @OnService
        ServiceClient search;

        @BeforeEach
        void prepare(ServiceClient accounts) {}

        @Test
        void inherited(ServiceClient idp) {}
    }

    @NotedNeeds.Noted
    @OnService("web")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Sub extends Base {
        @BeforeAll
        void once(@OnService ServiceClient redis) {}

        @Nested
        @AsUser("alice")
        class Inner {
            @Test
            void nested(ServiceClient ofTheClassAround) {}

            @Nested
            @OnService("mail")
            class Innermost {
                @Test
                void innermost(ServiceClient ofItsClass) {}
            }
        }
    }

    @Test
    void theClassesAboveAndAroundCountWithWhatStandsOnEach() {
        NotedNeeds noted = run(Sub.class);

        assertThat(noted.of("inherited")).containsExactly("web", "search", "redis");
        assertThat(noted.of("Sub")).containsExactly("web", "search", "redis");
        assertThat(noted.of("nested")).containsExactly("web", "search", "accounts", "redis");
        assertThat(noted.of("Inner")).containsExactly("web", "search", "redis");
        assertThat(noted.of("innermost")).containsExactly("web", "search", "accounts", "redis", "mail");
    }
}
