package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void findsTheNextOfAnyByteWhereverItStands() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            byte wanted = round % 3 == 0 ? (byte) random.nextInt() : (byte) '"';
            if (bytes.length > 0 && round % 2 == 0) {
                bytes[random.nextInt(bytes.length)] = wanted;
            }
            int end = random.nextInt(bytes.length + 1);
            int start = random.nextInt(end + 1);
            int expected = start;
            while (expected < end && bytes[expected] != wanted) {
                expected++;
            }
            assertThat(Bytes.next(wanted, bytes, start, end)).isEqualTo(expected);
        }
    }

    @Test
    void aQuoteBehindAnOddNumberOfBackslashesClosesNothing() {
        assertThat(closing("abc\" \"")).isEqualTo(3);
        assertThat(closing("a\\\"c\" \"")).isEqualTo(4);
        assertThat(closing("a\\\\\" \"")).isEqualTo(3);
        assertThat(closing("\\\\\\\"\"")).isEqualTo(4);
        assertThat(closing("\"")).isZero();
        assertThat(closing("a\\\"")).isEqualTo(3);
        assertThat(closing("")).isZero();
    }

    private static int closing(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Bytes.closingQuote(bytes, 0, bytes.length);
    }
}
