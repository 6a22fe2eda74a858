package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 | ''",
                "-2 -1 0 | ''",
                "1 3 | 2 is missing",
                "1 5 | 2 to 4 are missing",
                "1 5 3 | 2 and 4 are missing, and 3 is out of order",
                "1 5 2 3 4 | 2, 3 and 4 are out of order",
                "1 5 4 3 2 6 | 4, 3 and 2 are out of order",
                "1 2 2 2 | 2 and 2 are repeated",
                "4 3 3 | 3 is repeated, and 3 is out of order",
                "1 3 3 5 | 2 and 4 are missing, and 3 is repeated",
            })
    void tellsWhatIsWrong(String numbers, String faults) {
        SequenceNumbers sequence = new SequenceNumbers();
        for (String number : numbers.split(" ", -1)) {
            sequence.add(Long.parseLong(number));
        }

        assertThat(sequence.faults()).isEqualTo(faults);
    }
}
