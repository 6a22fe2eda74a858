package dev.goldenpath.jupiter;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * What a launcher session has left to other shards. One that has left tests, and found none for its own, is that of an
 * empty shard: either it runs a plan without them, or, where Maven is to fork a JVM for each class, it finds no class to
 * fork one for. Not thread-safe.
 */
final class LeftToOthers {
    private boolean keptSome;
    private boolean ranEmptyPlan;
    private @Nullable ConfigurationParameters parameters;
    private @Nullable Class<?> example;

    /** Notes that the tests of a class were left. */
    void left(ConfigurationParameters of, Class<?> type) {
        parameters = of;
        example = type;
    }

    /** Notes that a test was found that runs here. */
    void kept() {
        keptSome = true;
    }

    /** Notes that a plan without golden-path tests is run. */
    void ranEmptyPlan() {
        ranEmptyPlan = true;
    }

    /** The settings of the empty shard; empty where it is that of none. */
    Optional<RunSettings> emptyShard() {
        return ranEmptyPlan || !keptSome ? Optional.ofNullable(parameters).map(this::settings) : Optional.empty();
    }

    private RunSettings settings(ConfigurationParameters of) {
        RunSettings settings = RunSettings.of(of);
        // Test JVMs start in their module; Maven's own may have been started in another folder.
        return ranEmptyPlan || example == null
                ? settings
                : module(example).map(settings::in).orElse(settings);
    }

    /** The module that a test class is of. */
    private static Optional<Path> module(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? null : Path.of(source.getLocation().toURI());
            while (place != null && !Files.exists(place.resolve("pom.xml"))) {
                place = place.getParent();
            }
            return Optional.ofNullable(place);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
