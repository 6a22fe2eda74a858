package dev.goldenpath.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of several equal jobs this is, as the CI server's own variables say. */
final class ShardOfJob {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private static final List<Job> JOBS = List.of(
            new Job("GitLab", "CI_NODE_INDEX", "CI_NODE_TOTAL", 1),
            new Job("CircleCI", "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
            new Job("Buildkite", "BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0),
            new Job("Kubernetes", "JOB_COMPLETION_INDEX", null, 0));

    private final Setting auto;
    private final Map<String, String> variables;

    /**
     * How a server numbers its jobs.
     *
     * @param total the variable that says how many there are; absent where none does
     * @param first the number of the first
     */
    private record Job(
            String server, String index, @Nullable String total, int first) {}

    /** @param auto the setting that says to ask them */
    ShardOfJob(Setting auto, Map<String, String> variables) {
        this.auto = auto;
        this.variables = variables;
    }

    /**
     * The shard.
     *
     * @param shards the setting that says how many there are
     * @throws ConfigurationException when the variables tell of none, or of more than one
     */
    Shard shard(Optional<Setting> shards) {
        List<Job> jobs =
                JOBS.stream().filter(job -> variables.containsKey(job.index)).toList();
        if (jobs.size() != 1) {
            throw Shard.refused(auto, jobs.isEmpty() ? none() : several(jobs));
        }
        Job job = jobs.get(0);
        String total = total(job, shards);
        String index = variables.getOrDefault(job.index, "");
        return numbers(index, total)
                .flatMap(numbers -> Shard.of(numbers[0] + 1 - job.first, numbers[1]))
                .orElseThrow(() -> Shard.refused(
                        auto,
                        "asks " + job.server + ", and " + job.index + " is '" + index + "' of '" + total
                                + "', which is no shard: they are numbered from " + job.first));
    }

    private String total(Job job, Optional<Setting> shards) {
        String told = job.total == null ? null : variables.get(job.total);
        if (shards.isPresent() && told != null && !told.equals(shards.get().value())) {
            throw Shard.refused(
                    shards.get(),
                    "are not as many shards as " + job.total + " says, which is '" + told + "'. Remove it");
        }
        if (shards.isPresent()) {
            return shards.get().value();
        }
        if (told != null) {
            return told;
        }
        throw Shard.refused(
                auto,
                "asks " + job.server + ", and " + (job.total == null ? "it does not say" : job.total + " does not say")
                        + " how many shards there are. Set goldenpath.shards, or GOLDENPATH_SHARDS, to their number");
    }

    private static String none() {
        return "asks the CI job which shard it is, and no variable tells: "
                + JOBS.stream().map(job -> job.index + " (" + job.server + ")").collect(Collectors.joining(", "))
                + ". Run several such jobs, set goldenpath.shard to for example 2/5, or remove it";
    }

    private String several(List<Job> jobs) {
        return "asks the CI job which shard it is, and several variables tell: "
                + jobs.stream()
                        .map(job -> job.index + "=" + variables.get(job.index) + " (" + job.server + ")")
                        .collect(Collectors.joining(", "))
                + ". Set goldenpath.shard to the one that is meant, for example 2/5";
    }

    private static Optional<int[]> numbers(String index, String total) {
        return NUMBER.matcher(index).matches() && NUMBER.matcher(total).matches()
                ? Optional.of(new int[] {Integer.parseInt(index), Integer.parseInt(total)})
                : Optional.empty();
    }
}
