package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.environment.Shard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes in docs/shards.md, as far as they can be checked without what they are for. */
class ShardRecipesTest {
    private static final Path PAGE = Path.of("..", "docs", "shards.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("java -jar goldenpath-cli\\.jar ([^&|\"\\n]+)");
    private static final Pattern SETTING = Pattern.compile("-D(goldenpath\\.\\w+)(?:=(\\S+))?");
    private static final Set<String> OF_JOB =
            Set.of("completionMode", "completions", "parallelism", "backoffLimit", "backoffLimitPerIndex", "template");
    private static final Set<String> OF_CONTAINER = Set.of("name", "image", "command", "args", "env", "volumeMounts");

    @Test
    void everyCommandIsOne() throws Exception {
        List<String> commands = COMMAND.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1).strip())
                .filter(command -> !command.contains("["))
                .toList();

        assertThat(commands).hasSizeGreaterThanOrEqualTo(8);
        for (String command : commands) {
            Main.commandLine().parseArgs(command.split(" +", -1));
        }
    }

    @Test
    void everySettingIsOne() throws Exception {
        List<String> settings = new ArrayList<>();
        for (JsonNode recipe : recipes()) {
            SETTING.matcher(recipe.toString()).results().forEach(match -> settings.add(match.group(1)));
        }
        assertThat(settings)
                .contains("goldenpath.shard", "goldenpath.output", "goldenpath.skipGate")
                .isSubsetOf("goldenpath.shard", "goldenpath.output", "goldenpath.skipGate");
    }

    @Test
    void theIndexedJobIsAJobAndItsPodsAreTheShards() throws Exception {
        JsonNode job = recipe("completionMode: Indexed");
        JsonNode spec = job.path("spec");
        int completions = spec.path("completions").asInt();

        checkJob(job);
        assertThat(spec.path("completionMode").asText()).isEqualTo("Indexed");
        assertThat(spec.path("parallelism").asInt()).isBetween(1, completions);
        List<Shard> shards = new ArrayList<>();
        for (int index = 0; index < completions; index++) {
            Map<String, String> variables = new HashMap<>(Map.of("JOB_COMPLETION_INDEX", Integer.toString(index)));
            spec.at("/template/spec/containers/0/env")
                    .forEach(each -> variables.put(
                            each.path("name").asText(), each.path("value").asText()));
            shards.add(Shard.read(Map.of(), variables).orElseThrow());
        }
        assertThat(shards).containsExactlyElementsOf(allOf(completions));
    }

    @Test
    void theJobThatJudgesIsAJob() throws Exception {
        checkJob(recipe("name: golden-path-gate"));
    }

    @Test
    void theJobsOfTheMatrixAreTheShards() throws Exception {
        JsonNode workflow = recipe("uses: actions/checkout");
        JsonNode job = workflow.path("jobs").path("shard");
        List<Shard> shards = new ArrayList<>();
        for (JsonNode index : job.at("/strategy/matrix/shard")) {
            String run =
                    job.path("steps").findValuesAsText("run").get(0).replace("${{ matrix.shard }}", index.asText());
            shards.add(Shard.read(settings(run), Map.of()).orElseThrow());
        }
        assertThat(shards).containsExactlyElementsOf(allOf(5));
        assertThat(workflow.at("/jobs/golden-path/needs").asText()).isEqualTo("shard");
        assertThat(workflow.at("/jobs/golden-path/if").asText()).isEqualTo("always()");
        Stream.of("shard", "golden-path")
                .map(name -> workflow.path("jobs").path(name))
                .forEach(each -> {
                    assertThat(each.path("runs-on").asText()).isEqualTo("ubuntu-latest");
                    each.path("steps")
                            .forEach(step -> assertThat(step.has("uses") != step.has("run"))
                                    .isTrue());
                });
    }

    @Test
    void theParallelJobsOfGitlabAreTheShards() throws Exception {
        JsonNode job = recipe("parallel: 5").path("shard");
        List<Shard> shards = new ArrayList<>();
        for (int index = 1; index <= job.path("parallel").asInt(); index++) {
            shards.add(Shard.read(
                            Map.of(),
                            Map.of(
                                    "GOLDENPATH_SHARD",
                                    job.path("variables")
                                            .path("GOLDENPATH_SHARD")
                                            .asText(),
                                    "CI_NODE_INDEX",
                                    Integer.toString(index),
                                    "CI_NODE_TOTAL",
                                    job.path("parallel").asText()))
                    .orElseThrow());
        }
        assertThat(shards).containsExactlyElementsOf(allOf(5));
    }

    /** What the API server refuses a Job for: a field that it does not have, or one that is missing or of another type. */
    private static void checkJob(JsonNode job) {
        assertThat(job.path("apiVersion").asText()).isEqualTo("batch/v1");
        assertThat(job.path("kind").asText()).isEqualTo("Job");
        assertThat(job.at("/metadata/name").asText()).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
        assertThat(names(job.path("spec"))).isSubsetOf(OF_JOB);
        JsonNode pod = job.at("/spec/template/spec");
        assertThat(names(pod)).containsExactlyInAnyOrder("restartPolicy", "containers", "volumes");
        // backoffLimitPerIndex goes with no other.
        assertThat(pod.path("restartPolicy").asText()).isEqualTo("Never");
        for (JsonNode container : pod.path("containers")) {
            assertThat(names(container)).contains("name", "image").isSubsetOf(OF_CONTAINER);
            Stream.of("command", "args")
                    .forEach(list -> container
                            .path(list)
                            .forEach(each ->
                                    assertThat(each.isTextual()).as("%s", each).isTrue()));
            container
                    .path("env")
                    .forEach(each -> assertThat(each.path("value").isTextual())
                            .as("%s", each)
                            .isTrue());
            container
                    .path("volumeMounts")
                    .forEach(mount -> assertThat(pod.path("volumes").findValuesAsText("name"))
                            .contains(mount.path("name").asText()));
        }
    }

    private static List<Shard> allOf(int total) {
        List<Shard> all = new ArrayList<>();
        for (int index = 1; index <= total; index++) {
            all.add(new Shard(index, total));
        }
        return all;
    }

    private static Map<String, String> settings(String command) {
        Map<String, String> settings = new HashMap<>();
        SETTING.matcher(command)
                .results()
                .forEach(match -> settings.put(match.group(1), match.group(2) == null ? "true" : match.group(2)));
        return settings;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(String yaml) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new JsonMapper().valueToTree(read);
    }

    private static JsonNode recipe(String with) throws Exception {
        String block = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .filter(text -> text.contains(with))
                .findFirst()
                .orElseThrow();
        return read(block);
    }

    private static List<JsonNode> recipes() throws Exception {
        List<JsonNode> recipes = new ArrayList<>();
        for (String block : BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList()) {
            recipes.add(read(block));
        }
        return recipes;
    }
}
