package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many values, many threads, long texts. */
@Timeout(60)
class RedactionOfManyTest {
    private static final int VALUES = 5_000;

    private final Redaction redaction = new Redaction();
    private final Random random = new Random(7);

    @Test
    void eachOfManyValuesIsMaskedWhateverTheyHaveInCommon() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            values.add(
                    switch (i % 4) {
                        case 0 -> randomText(30);
                        case 1 -> "the-password-of-user-" + i;
                        case 2 -> i + "-user-has-this-password";
                        default -> "eyJhbGciOiJSUzI1NiJ9." + randomText(90) + "." + randomText(90);
                    });
        }
        values.forEach(redaction::addValue);
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append('<').append(value).append('>'));
        assertThat(redaction.text(text.toString())).isEqualTo("<***>".repeat(VALUES));
        for (String value : values) {
            String almost = value.substring(0, value.length() - 1) + "!";
            assertThat(redaction.text(value + " in a line")).isEqualTo("*** in a line");
            assertThat(redaction.text(almost, almost.length())).isEqualTo(redaction.text(almost));
        }
    }

    @Test
    void whatIsAddedAppliesFromThenOnWhileOthersAddAndMask() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String prefix = "thread-" + thread + "-";
                all.add(pool.submit(() -> {
                    for (int i = 0; i < 500; i++) {
                        String value = prefix + i;
                        redaction.addValue(value);
                        assertThat(redaction.text("(" + value + ")")).isEqualTo("(***)");
                    }
                    for (int i = 0; i < 20; i++) {
                        redaction.addField(prefix + "field" + i);
                        assertThat(redaction.text("\"" + prefix + "field" + i + "\":1"))
                                .endsWith(":\"***\"");
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(50, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void textsMadeToBeHardAreMaskedInOnePass() {
        int times = 300_000;
        assertThat(redaction.text("eyJ".repeat(times))).hasSize(3 * times);
        assertThat(redaction.text("\"token\":{".repeat(times))).isEqualTo("\"token\":\"***\"");
        assertThat(redaction.text("\"token\":\"\\".repeat(times))).hasSizeLessThan(10 * times);
        assertThat(redaction.text("token=".repeat(times))).isEqualTo("token=***");
        assertThat(redaction.text("Bearer ".repeat(times))).hasSize(7 * times);
        assertThat(redaction.text("\\".repeat(times) + "\":" + "=:".repeat(times)))
                .hasSize(3 * times + 2);
        assertThat(redaction.text("://".repeat(times))).hasSize(3 * times);
        assertThat(redaction.text("a".repeat(times) + "=" + " ".repeat(times) + ":"))
                .hasSize(2 * times + 2);
    }

    private String randomText(int bytes) {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }
}
