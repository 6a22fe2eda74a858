package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.PolicyRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditRulesTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNREADABLE_CLASS")
    void everyBreachIsFoundAtItsLineAndEveryHonestTwinIsLeftInPeace(PolicyRule rule, @TempDir Path folder)
            throws IOException {
        AuditCases cases = AuditCases.of(rule);

        assertThat(cases.found(rule, folder)).isEqualTo(cases.marked());
    }
}
