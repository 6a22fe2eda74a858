package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The environments that a run uses, each opened once, by the first to ask. Thread-safe. */
final class OpenedEnvironments {
    private final Function<@Nullable String, Environment> load;
    private final Function<Environment, EnvironmentSession> open;
    /** By the name that was asked for, empty for the one that the configuration chooses. */
    private final Map<String, Opened> all = new HashMap<>();

    private record Opened(
            @Nullable EnvironmentSession session, @Nullable ConfigurationException failure) {}

    /**
     * Of none yet.
     *
     * @param load throws a {@link ConfigurationException} where there is no such environment
     */
    OpenedEnvironments(Function<@Nullable String, Environment> load, Function<Environment, EnvironmentSession> open) {
        this.load = load;
        this.open = open;
    }

    /**
     * The environment of this name.
     *
     * @param name {@code null} for the one that the configuration chooses
     * @throws ConfigurationException when it cannot be used; the same each time
     */
    EnvironmentSession get(@Nullable String name) {
        Opened opened;
        synchronized (all) {
            String key = name == null ? "" : name;
            // Not computeIfAbsent: loading looks for an environment of the same name in the map.
            opened = all.containsKey(key) ? all.get(key) : load(name);
            all.put(key, opened);
        }
        if (opened.session == null) {
            throw Objects.requireNonNull(opened.failure).again();
        }
        return opened.session;
    }

    private Opened load(@Nullable String name) {
        try {
            Environment environment = load.apply(name);
            Optional<Opened> same = all.values().stream()
                    .filter(opened -> opened.session != null
                            && opened.session.environment().name().equals(environment.name()))
                    .findFirst();
            return same.orElseGet(() -> new Opened(open.apply(environment), null));
        } catch (ConfigurationException e) {
            return new Opened(null, e);
        }
    }

    /**
     * Closes them.
     *
     * @param problem is told of each that can't be closed
     */
    void close(Consumer<String> problem) {
        synchronized (all) {
            all.values().stream()
                    .map(Opened::session)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(session -> close(session, problem));
        }
    }

    private static void close(EnvironmentSession session, Consumer<String> problem) {
        try {
            session.close();
        } catch (RuntimeException e) {
            problem.accept("environment '" + session.environment().name() + "' could not be closed: " + e);
        }
    }
}
