package dev.goldenpath.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files beside the main one, each for one environment: {@code goldenpath-staging.yaml}. */
final class Overlays {
    private final TextFiles files;
    private final TextFile main;
    private final Path folder;
    private final String beginning;
    private final String end;

    Overlays(Path workingDirectory, TextFile main) {
        this.files = new TextFiles(workingDirectory);
        this.main = main;
        Path file = workingDirectory.resolve(main.path()).toAbsolutePath().normalize();
        this.folder = file.resolveSibling("");
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        this.beginning = (dot < 0 ? name : name.substring(0, dot)) + "-";
        this.end = dot < 0 ? "" : name.substring(dot);
    }

    /** The environments of all that are there; of those on the class path, none is known before it is asked for. */
    List<String> environments() {
        if (main.onClassPath()) {
            return List.of();
        }
        try (Stream<Path> beside = Files.list(folder)) {
            return beside.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(beginning) && name.endsWith(end))
                    .filter(name -> name.length() > beginning.length() + end.length())
                    .map(name -> name.substring(beginning.length(), name.length() - end.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException("Can't read " + folder + ": " + e, List.of());
        }
    }

    /** The overlay of this environment; empty where there is none. */
    Optional<TextFile> of(String environment) {
        // Joined as text: the name of an environment may be what no path can hold.
        String beside = main.path().replaceFirst("[^/\\\\]*$", "") + nameOf(environment);
        try {
            if (main.onClassPath()) {
                return files.onClassPath(beside);
            }
            return environments().contains(environment) ? files.onDisk(beside) : Optional.empty();
        } catch (IOException e) {
            throw new ConfigurationException("Can't read " + beside + ": " + e, List.of());
        }
    }

    /** The name of the file that lies over this environment. */
    String nameOf(String environment) {
        return beginning + environment + end;
    }

    /** What is wrong where none lies over {@code chosen}, but one over something that looks like it. */
    Optional<ConfigurationProblem> misnamed(String chosen, List<String> declared) {
        return environments().stream()
                .filter(name -> !declared.contains(name) && Closest.isNear(name, chosen))
                .findFirst()
                .map(name -> new ConfigurationProblem(
                        new Origin(nameOf(name)),
                        "The file lies over no environment of " + main.name() + ". Did you mean '" + chosen + "'?",
                        "Name it " + nameOf(chosen) + ", or add '" + name + "' below environments."));
    }
}
