package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CanaryTest {

    @RepeatedTest(20)
    void isSafeInUrlsJsonAndFileNames() {
        Canary canary = Canary.create();

        assertThat(canary.value()).matches("gp[a-z2-7]{24}");
        assertThat(canary).hasToString(canary.value());
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(Stream.generate(Canary::create).limit(1_000).map(Canary::value))
                .doesNotHaveDuplicates();
    }

    @Test
    void redactionLeavesItAsItIs() {
        Canary canary = Canary.create();
        String answer = "{\"text\":\"" + canary + "\"} https://host/" + canary + "?canary=" + canary;

        assertThat(new Redaction().text(answer)).isEqualTo(answer);
    }
}
