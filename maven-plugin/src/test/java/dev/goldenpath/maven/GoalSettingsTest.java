package dev.goldenpath.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.environment.Shard;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class GoalSettingsTest {
    private static final Path BASE = Path.of("/module");

    @Test
    void withoutAnythingToldTheGoalsKnowWhereTheTestsWrite() throws Exception {
        GoalSettings settings = settings(Map.of(), Map.of());
        assertThat(settings.output()).isEqualTo(BASE.resolve("target/goldenpath"));
        assertThat(settings.runId()).isEmpty();
        assertThat(settings.logs()).isEmpty();
        assertThat(settings.skipGate()).isFalse();
        assertThat(settings.strictXml()).isFalse();
    }

    @Test
    void aParameterComesBeforeAVariable() throws Exception {
        Map<String, String> variables = Map.of(
                "GOLDENPATH_OUTPUT", "out",
                "GOLDENPATH_RUNID", "r1",
                "GOLDENPATH_SKIPGATE", "true",
                "GOLDENPATH_JUNITXML", "strict",
                "GOLDENPATH_LOGS", "a.jsonl");
        GoalSettings byVariable = settings(Map.of(), variables);
        assertThat(byVariable.output()).isEqualTo(BASE.resolve("out"));
        assertThat(byVariable.runId()).contains("r1");
        assertThat(byVariable.skipGate()).isTrue();
        assertThat(byVariable.strictXml()).isTrue();
        assertThat(byVariable.logs()).containsExactly(BASE.resolve("a.jsonl"));

        GoalSettings byParameter = settings(
                Map.of(
                        "goldenpath.output", "/elsewhere",
                        "goldenpath.runId", "r2",
                        "goldenpath.skipGate", "false",
                        "goldenpath.junitXml", "full",
                        "goldenpath.logs", "shards/1, ../shards/2"),
                variables);
        assertThat(byParameter.output()).isEqualTo(Path.of("/elsewhere"));
        assertThat(byParameter.runId()).contains("r2");
        assertThat(byParameter.skipGate()).isFalse();
        assertThat(byParameter.strictXml()).isFalse();
        assertThat(byParameter.logs()).containsExactly(BASE.resolve("shards/1"), Path.of("/shards/2"));
    }

    @Test
    void aWordThatIsNoChoiceIsRefused() {
        assertThatThrownBy(() ->
                        settings(Map.of("goldenpath.skipGate", "yes"), Map.of()).skipGate())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("system property goldenpath.skipGate: 'yes' is neither 'false' nor 'true'.");
        assertThatThrownBy(() -> settings(Map.of(), Map.of("GOLDENPATH_JUNITXML", "STRICT"))
                        .strictXml())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("environment variable GOLDENPATH_JUNITXML: 'STRICT' is neither 'full' nor 'strict'.");
    }

    @Test
    void theShardIsTheOneOfTheTests() throws Exception {
        assertThat(settings(Map.of(), Map.of()).shard()).isNull();
        assertThat(settings(Map.of("goldenpath.shard", "2/5"), Map.of()).shard())
                .isEqualTo(new Shard(2, 5));
        assertThat(settings(Map.of(), Map.of("GOLDENPATH_SHARD", "auto", "CI_NODE_INDEX", "2", "CI_NODE_TOTAL", "5"))
                        .shard())
                .isEqualTo(new Shard(2, 5));
        assertThatThrownBy(() ->
                        settings(Map.of("goldenpath.shard", "6/5"), Map.of()).shard())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("system property goldenpath.shard: '6/5' is no shard: ");
    }

    private static GoalSettings settings(Map<String, String> given, Map<String, String> variables) {
        return new GoalSettings(BASE, given, variables);
    }
}
