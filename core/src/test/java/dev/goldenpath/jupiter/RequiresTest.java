package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.readiness.Requires;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which services a test needs because it says so. */
class RequiresTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    private NotedNeeds run(Class<?>... classes) {
        return NotedNeeds.in(folder, SERVICE, classes);
    }

    @Requires("redis")
    @Retention(RetentionPolicy.RUNTIME)
    @interface NeedsRedis {}

    @Requires("idp")
    abstract static class RequiringBase {}

    @NotedNeeds.Noted
    @Requires("mail")
    static class Requiring extends RequiringBase {
        @Test
        @NeedsRedis
        @Requires({"web", "accounts"})
        void several(@OnService("search") ServiceClient client) {}

        @Test
        void ofItsClasses() {}

        @Nested
        @NeedsRedis
        class Within {
            @Test
            @Requires("web")
            @Requires("search")
            void twice() {}
        }
    }

    @Test
    void whatIsRequiredAddsUp() {
        NotedNeeds noted = run(Requiring.class);

        assertThat(noted.of("several")).containsExactly("web", "search", "accounts", "idp", "redis", "mail");
        assertThat(noted.of("ofItsClasses")).containsExactly("idp", "mail");
        assertThat(noted.of("Requiring")).containsExactly("idp", "mail");
        assertThat(noted.of("twice")).containsExactly("web", "search", "idp", "redis", "mail");
        assertThat(noted.of("Within")).containsExactly("idp", "redis", "mail");
    }

    @NotedNeeds.Noted
    static class Misspelt {
        @Test
        @Requires("rediss")
        void first() {}

        @Test
        void fine() {}

        @RepeatedTest(2)
        @Requires({"web", "rediss"})
        void second() {}
    }

    @Test
    void aRequiredServiceThatIsNotDeclaredIsAProblemOfTheConfiguration() {
        NotedNeeds noted = run(Misspelt.class);

        ConfigurationException refusal = noted.refusal("first");
        assertThat(refusal)
                .hasMessage(
                        "Environment 'local' has no service 'rediss'. Did you mean 'redis'? Declared: web, search, "
                                + "accounts, idp, redis, mail. Declare it under environments.local.services in goldenpath.yaml.");
        assertThat(noted.refusal("second")).hasMessage(refusal.getMessage());
        assertThat(noted.refusals("second")).hasSize(2).doesNotHaveDuplicates();
        assertThat(noted.of("fine")).isEmpty();
    }
}
