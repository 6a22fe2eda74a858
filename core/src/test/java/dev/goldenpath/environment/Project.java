package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project folder with its {@code goldenpath.yaml}, and the system properties and environment variables it runs with. */
public final class Project {
    private final Path folder;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    public Project(Path folder) {
        this.folder = folder;
    }

    /** Writes {@code goldenpath.yaml}. */
    public Project yaml(String text) {
        return file("goldenpath.yaml", text);
    }

    Project file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Project property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Project variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public EnvironmentLoader loader() {
        return new EnvironmentLoader(properties, variables, folder);
    }

    public EnvironmentLoader loader(PortSource ports) {
        return new EnvironmentLoader(properties, variables, folder, ports);
    }

    /** What the message about a configuration that can't be used says of each problem. */
    List<String> problems() {
        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, this::load);
        return refused.getMessage()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^ +\\d+\\. ", ""))
                .toList();
    }

    /** Loads the environment that the configuration chooses; what the loader takes is valid for editors, too. */
    public Environment load() {
        Environment environment = loader().load(null);
        String name = environment.name();
        assertThat(text("goldenpath.yaml")
                        .map(text -> ConfigurationSchema.problems(text, name))
                        .orElse(List.of()))
                .as("problems of the schema")
                .isEmpty();
        assertThat(text("goldenpath-" + name + ".yaml")
                        .map(ConfigurationSchema::problemsOfOverlay)
                        .orElse(List.of()))
                .as("problems of the overlay's schema")
                .isEmpty();
        return environment;
    }

    private Optional<String> text(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
