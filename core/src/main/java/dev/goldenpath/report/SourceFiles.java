package dev.goldenpath.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds source files of tests in a build, with the names that a repository has for them. */
final class SourceFiles {
    /** Modules of modules: deeper ones are not looked for. */
    private static final int DEEPEST = 2;

    private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules", "src");
    private static final List<String> ROOTS = List.of(
            "src/test/java",
            "src/test/kotlin",
            "src/test/groovy",
            "src/it/java",
            "src/integrationTest/java",
            "src/integration-test/java");

    private final Path repository;
    private final List<Path> roots = new ArrayList<>();

    /**
     * The sources of a build.
     *
     * @param basedir of its module, or of the modules above
     * @param repository what paths are told from; {@code null} for {@code basedir}
     */
    SourceFiles(Path basedir, @Nullable Path repository) {
        Path base = basedir.toAbsolutePath().normalize();
        Path above = repository == null ? base : repository.toAbsolutePath().normalize();
        this.repository = base.startsWith(above) ? above : base;
        collect(base, 0);
    }

    private void collect(Path folder, int depth) {
        ROOTS.stream().map(folder::resolve).filter(Files::isDirectory).forEach(roots::add);
        if (depth == DEEPEST) {
            return;
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, SourceFiles::mayBeModule)) {
            List<Path> sorted = new ArrayList<>();
            inside.forEach(sorted::add);
            sorted.sort(null);
            sorted.forEach(module -> collect(module, depth + 1));
        } catch (IOException e) {
            // What can't be looked into has no source to point at; the annotation does without.
            return;
        }
    }

    private static boolean mayBeModule(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && !SKIPPED.contains(name) && Files.isDirectory(path);
    }

    /** The path of a place's file, with {@code /} between names; empty where there is no such file. */
    Optional<String> pathOf(StackFrames.Place place) {
        int end = place.className().lastIndexOf('.');
        String folder = end < 0 ? "" : place.className().substring(0, end).replace('.', '/') + "/";
        return roots.stream()
                .flatMap(root -> resolve(root, folder + place.file()).stream())
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> repository.relativize(file).toString().replace('\\', '/'));
    }

    private static Optional<Path> resolve(Path root, String name) {
        try {
            return Optional.of(root.resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
