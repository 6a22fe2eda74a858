package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is injected into classes that are nested in others. */
class NestedInjectionTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    @GoldenPath
    static class Outer {
        @OnService("echo")
        ServiceClient field;

        @Nested
        class Inner {
            @Test
            void usesTheOuterField() {
                assertThat(field.get("/nested").send()).hasStatus(200);
            }
        }
    }

    @Test
    void aNestedTestUsesTheClientOfItsOuterClass() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Outer.class);

        assertThat(run.verdicts()).containsEntry("usesTheOuterField()", "PASSED");
    }

    @GoldenPath
    @OnService("echo")
    @AsUser("u1")
    static class Around {
        @AsUser("u3")
        ServiceClient field;

        final String fromConstructor;

        Around(ServiceClient client) {
            fromConstructor = client.toString();
        }

        @Nested
        @OnService("another")
        @AsUser("u2")
        class Within {
            private ServiceClient before = null;

            @BeforeEach
            void keep(ServiceClient client) {
                before = client;
            }

            @Test
            void eachByItsOwnClass(ServiceClient own) {
                assertThat(field.get("/").send()).hasStatus(200);
                assertThat(field).hasToString("client of echo as u3");
                assertThat(fromConstructor).isEqualTo("client of echo as u1");
                assertThat(List.of(own, before)).hasToString("[client of another as u2, client of another as u2]");
            }
        }
    }

    @Test
    void whatStandsOnANestedClassIsNotForTheClassAroundIt() {
        String yaml = PoolYaml.of(SERVICE, folder, "{ users: [u1] }")
                .replace("      echo: {", "      another: { url: \"%s\" }\n      echo: {".formatted(SERVICE.url()));

        GoldenPathRun run = GoldenPathRun.with(folder, yaml).run(Around.class);

        assertThat(run.verdicts())
                .containsOnlyKeys("eachByItsOwnClass(ServiceClient)")
                .containsValue("PASSED");
    }
}
