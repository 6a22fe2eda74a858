package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.http.ServiceClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A test of very many calls keeps none of them: they are in the run log, and their number is in the verdict. */
class LongTestTest {
    private static final int CALLS = 10_000;
    private static final long MOST_GROWTH = 2 * 1024 * 1024;

    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    @Test
    void tenThousandCallsOfOneTestLeaveNothingInTheHeap() throws IOException {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(ManyCalls.class);

        JsonNode finished = run.finished("asksAgainAndAgain(ServiceClient)");
        assertThat(finished.path("verdict").asText()).isEqualTo("PASSED");
        assertThat(finished.at("/facts/0/value").asText()).isEqualTo(Integer.toString(CALLS));
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.path("kind").asText().equals("http-exchange")
                                && line.path("phase").asText().equals("TEST")))
                .hasSize(CALLS);
        List<Long> used = used();
        assertThat(used.get(1) - used.get(0)).isLessThanOrEqualTo(MOST_GROWTH);
    }

    /** As the test left it behind, after 1,000 calls and after the last. */
    private static List<Long> used() {
        return Stream.of(System.getProperty(ManyCalls.class.getName()).split(" ", 0))
                .map(Long::valueOf)
                .toList();
    }

    @GoldenPath
    static class ManyCalls {

        @Test
        void asksAgainAndAgain(ServiceClient echo) {
            List<Long> used = new ArrayList<>();
            for (int call = 1; call <= CALLS; call++) {
                assertThat(echo.get("/call/{n}", call).send()).hasStatus(200);
                // Read all along: the flight recorder keeps as much as its busiest second has brought, and no more.
                if (call % (CALLS / 10) == 0) {
                    used.add(usedAfterCollection());
                }
            }
            System.setProperty(ManyCalls.class.getName(), used.get(0) + " " + used.get(used.size() - 1));
        }

        /** The least of several readings: what other threads have just made is no growth. */
        private static long usedAfterCollection() {
            return LongStream.generate(ManyCalls::collected).limit(10).min().orElseThrow();
        }

        private static long collected() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
