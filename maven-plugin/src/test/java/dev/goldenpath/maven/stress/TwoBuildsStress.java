package dev.goldenpath.maven.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two builds on one machine do not disturb each other. */
class TwoBuildsStress {
    private static final String[] ARGUMENTS = {"verify", "-Dmaven.test.failure.ignore", "-Dforks=2", "-Dconcurrent=true"
    };

    @Test
    void twoBuildsAtOnceTellEachItsOwn() throws Exception {
        ShopBuild one = ShopBuild.in(Path.of("target", "stress", "one"));
        ShopBuild other = ShopBuild.in(Path.of("target", "stress", "other"));

        List<Process> mavens = List.of(one.start(ARGUMENTS), other.start(ARGUMENTS));
        for (Process maven : mavens) {
            assertThat(maven.waitFor(5, TimeUnit.MINUTES)).isTrue();
        }

        LoggedRun ofOne = Agreement.of(one, one.printed());
        LoggedRun ofOther = Agreement.of(other, other.printed());
        assertThat(ofOne.run()).isNotEqualTo(ofOther.run());
        assertThat(Counts.of(ofOther.tests())).isEqualTo(Counts.of(ofOne.tests()));
    }
}
