package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactTest {

    @Test
    void keysArePaddedToOneWidthAndFurtherLinesAreIndented() {
        assertThat(Fact.message("It broke.", List.of(Fact.of("status", 503), Fact.of("url", "one\ntwo"))))
                .isEqualTo("""
                        It broke.
                          status: 503
                          url:    one
                                  two""");
    }

    @Test
    void withoutFactsTheHeadlineIsAll() {
        assertThat(Fact.message("It broke.", List.of())).isEqualTo("It broke.");
    }
}
