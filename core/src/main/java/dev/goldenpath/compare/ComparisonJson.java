package dev.goldenpath.compare;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.compare.Divergence.Place;
import dev.goldenpath.compare.PhaseChange.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comparison for scripts. What is absent is left out; times are in microseconds.
 *
 * @since 0.1.0
 */
public final class ComparisonJson {
    /** Tells of what form the file is. */
    public static final String FORMAT = "goldenpath-comparison/1";

    private ComparisonJson() {}

    /**
     * Writes it to {@code file}, whose folders are made where they are not there.
     *
     * @throws IOException when it can't be written
     */
    public static void write(Path file, RunComparison comparison) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String text =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(of(comparison));
        Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
    }

    private static Map<String, Object> of(RunComparison comparison) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.put("headline", ComparisonWords.headline(comparison));
        all.put("before", run(comparison.before()));
        all.put("after", run(comparison.after()));
        all.put("alpha", comparison.alpha());
        all.put(
                "revisions",
                comparison.revisions().stream()
                        .map(change -> {
                            Map<String, Object> object = new LinkedHashMap<>();
                            object.put("service", change.service());
                            put(object, "before", change.before());
                            put(object, "after", change.after());
                            return object;
                        })
                        .toList());
        all.put("tests", comparison.tests().stream().map(ComparisonJson::test).toList());
        all.put(
                "phases",
                comparison.phases().stream().map(ComparisonJson::phase).toList());
        return all;
    }

    private static Map<String, Object> run(ComparedRun run) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", run.run());
        put(
                object,
                "startedAt",
                run.startedAt() == null ? null : run.startedAt().toString());
        object.put("tests", run.tests());
        object.put("pending", run.pending());
        object.put("logs", run.logs().stream().map(Path::toString).toList());
        return object;
    }

    private static Map<String, Object> test(TestChange test) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("change", test.kind());
        object.put("name", test.name());
        object.put("test", test.test());
        object.put("priority", test.priority());
        put(object, "before", test.before());
        put(object, "after", test.after());
        put(object, "gradeBefore", test.gradeBefore());
        put(object, "gradeAfter", test.gradeAfter());
        put(object, "sameFailure", test.sameFailure());
        put(object, "message", test.message());
        Divergence divergence = test.divergence();
        if (divergence != null) {
            object.put("divergence", divergence(divergence));
        }
        return object;
    }

    private static Map<String, Object> divergence(Divergence divergence) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("service", divergence.service());
        object.put("call", divergence.call());
        put(object, "number", divergence.number());
        object.put("of", divergence.of());
        List<Map<String, Object>> differences = divergence.differences().stream()
                .map(difference -> {
                    Map<String, Object> each = new LinkedHashMap<>();
                    each.put("what", difference.what());
                    put(each, "before", difference.before());
                    put(each, "after", difference.after());
                    return each;
                })
                .toList();
        object.put("differences", differences);
        place(object, "before", divergence.before());
        place(object, "after", divergence.after());
        return object;
    }

    private static void place(Map<String, Object> object, String name, @Nullable Place place) {
        if (place != null) {
            object.put(name, Map.of("log", place.log().toString(), "line", place.line()));
        }
    }

    private static Map<String, Object> phase(PhaseChange phase) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("service", phase.service());
        object.put("phase", phase.phase());
        object.put("judgement", phase.judgement());
        object.put("samplesBefore", phase.before());
        object.put("samplesAfter", phase.after());
        micros(object, "medianBeforeUs", phase.medianBefore());
        micros(object, "medianAfterUs", phase.medianAfter());
        Effect effect = phase.effect();
        if (effect != null) {
            micros(object, "shiftUs", effect.shift());
            object.put("factor", effect.factor());
            object.put("superiority", effect.superiority());
            object.put("slowerByChance", effect.slowerByChance());
            object.put("fasterByChance", effect.fasterByChance());
        }
        return object;
    }

    private static void micros(Map<String, Object> object, String name, @Nullable Duration took) {
        put(object, name, took == null ? null : took.toNanos() / 1_000);
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
