package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Finding.Effect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySettingsTest {

    @TempDir
    private Path folder;

    @Test
    void whereNothingIsSaidTheRulesAreAsTheyAre() {
        assertThat(project("policy: { }").load().policy()).isEqualTo(PolicySettings.DEFAULT);
    }

    @Test
    void readsThePolicy() {
        PolicySettings policy = project(
                        "policy: { roots: com.example.shared, assertions:"
                                + " [com.example.Checks, 'com.example.Outer$Inner'], rules: { sleep: off, no-assertion: smell } }")
                .property("goldenpath.policy.rules.no-assertion", "unrunnable")
                .load()
                .policy();
        assertThat(policy)
                .isEqualTo(new PolicySettings(
                        List.of("com.example.shared"),
                        List.of("com.example.Checks", "com.example.Outer$Inner"),
                        Map.of(PolicyRule.NO_ASSERTION, Effect.UNRUNNABLE),
                        Set.of(PolicyRule.SLEEP)));
        assertThat(policy.effectOf(PolicyRule.SLEEP)).isEmpty();
        assertThat(policy.effectOf(PolicyRule.NO_ASSERTION)).contains(Effect.UNRUNNABLE);
        assertThat(policy.effectOf(PolicyRule.NOT_RUN)).contains(Effect.UNRUNNABLE);
    }

    @Test
    void readsTheNamesOfBypasses() {
        assertThat(project("policy: { bypass: { headers: [X-Magic, 'X-Open-*'] } }")
                        .load()
                        .policy()
                        .bypass())
                .isEqualTo(new BypassNames(List.of("X-Magic", "X-Open-*"), BypassNames.DEFAULT.parameters()));
        assertThat(project("policy: { bypass: { headers: [], parameters: [] } }")
                        .load()
                        .policy()
                        .bypass())
                .isEqualTo(BypassNames.NONE);
        assertThat(project("policy: { }")
                        .property("goldenpath.policy.bypass.parameters", "magic")
                        .load()
                        .policy()
                        .bypass())
                .isEqualTo(new BypassNames(BypassNames.DEFAULT.headers(), List.of("magic")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules: { slep: off }       | rules.slep: unknown key. Did you mean 'sleep'? Known here: direct-setting, empty-class, hard-coded-address, no-assertion, not-run, own-client, shared-state, sleep, swallowed-throwable, unjoined, unreadable-class.
            rules: { sleep: warn }     | rules.sleep: 'warn' is none of fake, unrunnable, smell, off. Correct it.
            roots: [com.example.*]     | roots: 'com.example.*' is no name of a package or class, such as com.example.shop. Correct it.
            assertions: [a.B, a.B]     | assertions: 'a.B' is listed twice. Keep one.
            root: [com.example]        | root: unknown key. Did you mean 'roots'? Known here: assertions, bypass, roots, rules.
            bypass: { headers: [X Y] }  | bypass.headers: 'X Y' is no name of a header. Correct it.
            bypass: { headers: ['*'] }  | bypass.headers: '*' has a * that is not its end, behind a name's beginning. Correct it.
            bypass: { parameters: [a*b] } | bypass.parameters: 'a*b' has a * that is not its end, behind a name's beginning. Correct it.
            bypass: { headers: [X-A, x-a] } | bypass.headers: 'x-a' is listed twice. Keep one.
            bypass: { header: X-A }    | bypass.header: unknown key. Did you mean 'headers'? Known here: headers, parameters.
            """)
    void aPolicyThatCanNotBeRead(String written, String problem) {
        assertThat(project("policy: { " + written + " }").problems())
                .containsExactly("goldenpath.yaml:2  policy." + problem);
    }

    private Project project(String policy) {
        return new Project(folder).yaml("environments: { a: { } }\n" + policy);
    }
}
