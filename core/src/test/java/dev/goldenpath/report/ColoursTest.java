package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColoursTest {
    @Test
    void whatWasNoPassStandsOut() {
        assertThat(Colours.of("FAILED  ChatIT.a()\n        FAILED x\nFLAKY   ChatIT.b()\nFAILEDx\n"))
                .isEqualTo("\u001b[31mFAILED\u001b[0m  ChatIT.a()\n        FAILED x\n"
                        + "\u001b[33mFLAKY\u001b[0m   ChatIT.b()\nFAILEDx\n");
    }

    @Test
    void soItDoesBehindTheNameOfWhoSpeaks() {
        assertThat(Colours.of("Golden Path, JVM 2: BLOCKED ChatIT.a"))
                .isEqualTo("Golden Path, JVM 2: \u001b[31mBLOCKED\u001b[0m ChatIT.a");
    }
}
