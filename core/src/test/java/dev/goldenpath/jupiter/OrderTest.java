package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.priority.P1;
import dev.goldenpath.priority.P2;
import dev.goldenpath.priority.P3;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.TagFilter;

class OrderTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class Unranked {
        @Test
        void last(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @GoldenPath
    @P2
    static class Second {
        @Test
        void second(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @GoldenPath
    static class Mixed {
        @Test
        @P3
        void amongTheFirstClassButBehind(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @Test
        @P1
        void first(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @Test
    void theMostImportantTestsRunFirst() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Unranked.class, Second.class, Mixed.class);

        assertThat(run.verdicts().keySet())
                .containsExactly(
                        "first(ServiceClient)",
                        "amongTheFirstClassButBehind(ServiceClient)",
                        "second(ServiceClient)",
                        "last(ServiceClient)");
        assertThat(run.lines("test-planned"))
                .extracting(line -> line.path("priority").asText())
                .containsExactlyInAnyOrder("P1", "P3", "P2", "none");
    }

    @GoldenPath
    static class Around {
        @Nested
        class Inner {
            @Test
            @P3
            void third(ServiceClient echo) {
                assertThat(echo.get("/").send()).hasStatus(200);
            }

            @Test
            @P2
            void second(ServiceClient echo) {
                assertThat(echo.get("/").send()).hasStatus(200);
            }

            @Test
            @P1
            void zFirst(ServiceClient echo) {
                assertThat(echo.get("/").send()).hasStatus(200);
            }
        }
    }

    @Test
    void theTestsOfANestedClassAreOrderedToo() {
        assertThat(GoldenPathRun.against(SERVICE, folder)
                        .run(Around.class)
                        .verdicts()
                        .keySet())
                .containsExactly("zFirst(ServiceClient)", "second(ServiceClient)", "third(ServiceClient)");
    }

    @Test
    void prioritiesAreTags() {
        assertThat(GoldenPathRun.against(SERVICE, folder)
                        .filter(TagFilter.includeTags("P1 | P2"))
                        .run(Unranked.class, Second.class, Mixed.class)
                        .verdicts())
                .containsOnlyKeys("first(ServiceClient)", "second(ServiceClient)");
    }
}
