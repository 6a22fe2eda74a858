package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Fingerprint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FingerprintOfFailuresTest {
    private static final int SEEDS = 20;
    private static final int RUNS = 10;

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    /** The place in the author's code is the same for all: these tests are where this library is. */
    @Test
    void aCauseKeepsItsFingerprintAndSharesItWithNoOther() {
        Map<String, String> causes = new HashMap<>();
        Set<String> all = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            try (Scene scene = new Scene(SERVER.url())) {
                for (Map.Entry<String, Supplier<Throwable>> drawn :
                        RandomFailures.draw(scene.client(), seed).entrySet()) {
                    all.add(drawn.getKey());
                    check(drawn.getKey(), drawn.getValue(), causes);
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(150);
        assertThat(causes).hasSameSizeAs(all);
    }

    private static void check(String cause, Supplier<Throwable> failure, Map<String, String> causes) {
        Throwable first = failure.get();
        String fingerprint = Fingerprint.of(first);
        assertThat(causes.merge(fingerprint, cause, (before, now) -> before))
                .as("whose fingerprint it is: " + first)
                .isEqualTo(cause);
        for (int run = 1; run < RUNS; run++) {
            Throwable again = failure.get();
            assertThat(Fingerprint.of(again))
                    .as("%s as run again:%n%s%n%nand at first:%n%s", cause, again, first)
                    .isEqualTo(fingerprint);
        }
    }
}
