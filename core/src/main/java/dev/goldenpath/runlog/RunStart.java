package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a run starts.
 *
 * @param run the run's id, shared by all its JVMs
 * @param environment name of the chosen environment, absent when the configuration could not be read
 * @param git the state of the sources, absent outside a git work tree
 * @param jvm this JVM
 * @param ciBuildUrl the page of the CI build, absent outside CI
 * @param selection what the run was asked to run, by kind; empty when it was not asked for less than all
 * @param shard the part of the run that this JVM has to do with, absent where the run is not split
 * @since 0.1.0
 */
public record RunStart(
        String run,
        @Nullable String environment,
        @Nullable GitState git,
        Jvm jvm,
        @Nullable String ciBuildUrl,
        Map<String, String> selection,
        @Nullable Part shard) {

    /** That of a run that is not split. */
    public RunStart(
            String run,
            @Nullable String environment,
            @Nullable GitState git,
            Jvm jvm,
            @Nullable String ciBuildUrl,
            Map<String, String> selection) {
        this(run, environment, git, jvm, ciBuildUrl, selection, null);
    }

    /**
     * A part of a run that is split over machines.
     *
     * @param index its number, from 1
     * @param total how many there are
     * @param basis what the split rests on; another one may leave a test to nobody
     */
    public record Part(int index, int total, String basis) {

        private static @Nullable Part of(JsonNode shard) {
            return shard.isMissingNode()
                    ? null
                    : new Part(
                            shard.path("index").asInt(),
                            shard.path("total").asInt(),
                            shard.path("basis").asText());
        }
    }

    /**
     * The Java virtual machine that runs the tests.
     *
     * @param version for example {@code 17.0.15}
     * @param vendor its maker
     * @param pid its process id
     * @param startedAt when it started
     */
    public record Jvm(String version, String vendor, long pid, Instant startedAt) {

        /** This one. */
        public static Jvm current() {
            return new Jvm(
                    System.getProperty("java.version"),
                    System.getProperty("java.vendor"),
                    ProcessHandle.current().pid(),
                    Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
        }

        private static Jvm of(JsonNode jvm) {
            return new Jvm(
                    jvm.path("version").asText(),
                    jvm.path("vendor").asText(),
                    jvm.path("pid").asLong(),
                    IsoInstant.parse(jvm.path("startedAt").asText()));
        }
    }

    /** The same, read from the line that was written of it. */
    static RunStart of(JsonNode line) {
        Map<String, String> selection = new LinkedHashMap<>();
        line.path("selection")
                .properties()
                .forEach(entry -> selection.put(entry.getKey(), entry.getValue().asText()));
        JsonNode git = line.path("git");
        return new RunStart(
                line.path("run").asText(),
                LogJson.textOf(line, "environment"),
                git.isMissingNode()
                        ? null
                        : new GitState(
                                git.path("commit").asText(), git.path("dirty").asBoolean()),
                Jvm.of(line.path("jvm")),
                LogJson.textOf(line, "ciBuildUrl"),
                selection,
                Part.of(line.path("shard")));
    }
}
