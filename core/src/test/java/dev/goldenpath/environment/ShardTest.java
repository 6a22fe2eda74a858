package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    private static final String PROPERTY = "goldenpath.shard";
    private static final String VARIABLE = "GOLDENPATH_SHARD";

    @Test
    void isToldByThePropertyBeforeTheVariable() {
        assertThat(Shard.read(Map.of(), Map.of())).isEmpty();
        assertThat(Shard.read(Map.of(PROPERTY, "2/5"), Map.of(VARIABLE, "1/1"))).contains(new Shard(2, 5));
        assertThat(Shard.read(Map.of(), Map.of(VARIABLE, "12/12"))).contains(new Shard(12, 12));
        assertThat(new Shard(2, 5)).hasToString("2/5");
    }

    /** A job may be one of several for another reason: what it runs changes by its own word only. */
    @Test
    void theVariablesOfAJobAloneSplitNothing() {
        assertThat(Shard.read(Map.of(), Map.of("CI_NODE_INDEX", "2", "CI_NODE_TOTAL", "5")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CI_NODE_INDEX=1 CI_NODE_TOTAL=5, 1/5",
        "CI_NODE_INDEX=5 CI_NODE_TOTAL=5, 5/5",
        "CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=5, 1/5",
        "CIRCLE_NODE_INDEX=4 CIRCLE_NODE_TOTAL=5, 5/5",
        "BUILDKITE_PARALLEL_JOB=0 BUILDKITE_PARALLEL_JOB_COUNT=2, 1/2",
        "BUILDKITE_PARALLEL_JOB=1 BUILDKITE_PARALLEL_JOB_COUNT=2, 2/2",
        "JOB_COMPLETION_INDEX=0 GOLDENPATH_SHARDS=5, 1/5",
        "JOB_COMPLETION_INDEX=4 GOLDENPATH_SHARDS=5, 5/5",
        "CI_NODE_INDEX=2 CI_NODE_TOTAL=5 GOLDENPATH_SHARDS=5, 2/5"
    })
    void isToldByTheJob(String variables, String shard) {
        assertThat(Shard.read(Map.of(PROPERTY, "auto"), variables(variables)).map(Shard::toString))
                .contains(shard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/5", "6/5", "x/y", "-1/5", "2", "2/", "/5", "2/5/7", "", " 2/5", "1/0", "Auto", "2.0/5"})
    void whatIsNoShardIsRefused(String value) {
        assertThatThrownBy(() -> Shard.read(Map.of(PROPERTY, value), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "system property goldenpath.shard: '" + value
                                + "' is no shard: it is its number, from 1, and how many there are, for example 2/5, or 'auto', as the CI job says.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X=1 | environment variable GOLDENPATH_SHARD: 'auto' asks the CI job which shard it is, and no variable tells: CI_NODE_INDEX (GitLab), CIRCLE_NODE_INDEX (CircleCI), BUILDKITE_PARALLEL_JOB (Buildkite), JOB_COMPLETION_INDEX (Kubernetes). Run several such jobs, set goldenpath.shard to for example 2/5, or remove it.",
                "CI_NODE_INDEX=2 CI_NODE_TOTAL=5 JOB_COMPLETION_INDEX=0 | environment variable GOLDENPATH_SHARD: 'auto' asks the CI job which shard it is, and several variables tell: CI_NODE_INDEX=2 (GitLab), JOB_COMPLETION_INDEX=0 (Kubernetes). Set goldenpath.shard to the one that is meant, for example 2/5.",
                "JOB_COMPLETION_INDEX=0 | environment variable GOLDENPATH_SHARD: 'auto' asks Kubernetes, and it does not say how many shards there are. Set goldenpath.shards, or GOLDENPATH_SHARDS, to their number.",
                "CI_NODE_INDEX=2 | environment variable GOLDENPATH_SHARD: 'auto' asks GitLab, and CI_NODE_TOTAL does not say how many shards there are. Set goldenpath.shards, or GOLDENPATH_SHARDS, to their number.",
                "CI_NODE_INDEX=0 CI_NODE_TOTAL=5 | environment variable GOLDENPATH_SHARD: 'auto' asks GitLab, and CI_NODE_INDEX is '0' of '5', which is no shard: they are numbered from 1.",
                "CIRCLE_NODE_INDEX=5 CIRCLE_NODE_TOTAL=5 | environment variable GOLDENPATH_SHARD: 'auto' asks CircleCI, and CIRCLE_NODE_INDEX is '5' of '5', which is no shard: they are numbered from 0.",
                "CI_NODE_INDEX=x CI_NODE_TOTAL=5 | environment variable GOLDENPATH_SHARD: 'auto' asks GitLab, and CI_NODE_INDEX is 'x' of '5', which is no shard: they are numbered from 1.",
                "CI_NODE_INDEX=2 CI_NODE_TOTAL=5 GOLDENPATH_SHARDS=4 | environment variable GOLDENPATH_SHARDS: '4' are not as many shards as CI_NODE_TOTAL says, which is '5'. Remove it."
            })
    void aJobThatTellsOfNoShardIsRefused(String variables, String message) {
        assertThatThrownBy(() -> Shard.read(Map.of(), variables(variables + " GOLDENPATH_SHARD=auto")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOLDENPATH_SHARDS=5", "GOLDENPATH_SHARDS=5 GOLDENPATH_SHARD=2/5"})
    void aNumberOfShardsThatNobodyAsksForIsRefused(String variables) {
        assertThatThrownBy(() -> Shard.read(Map.of(), variables(variables)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "environment variable GOLDENPATH_SHARDS: '5' says how many shards there are where goldenpath.shard is 'auto', and it is not. Set that, or remove this.");
    }

    private static Map<String, String> variables(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(each -> each.split("=", -1))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }
}
