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

    /** As the test left it behind, the least behind 4,000 to 6,000 calls, and the least behind the last 3,000. */
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
                // Read all along, and compared from then on when the flight recorder has had its busiest second: it
                // keeps as
                // much as that has brought, and no more.
                if (call % (CALLS / 10) == 0) {
                    used.add(usedAfterCollection());
                }
            }
            System.setProperty(ManyCalls.class.getName(), least(used.subList(3, 6)) + " " + least(used.subList(7, 10)));
        }

        private static long least(List<Long> readings) {
            return readings.stream().mapToLong(Long::longValue).min().orElseThrow();
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
