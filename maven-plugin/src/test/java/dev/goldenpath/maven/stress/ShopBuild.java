package dev.goldenpath.maven.stress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the project below {@code src/test/projects/shop}, and the Maven builds of it. */
final class ShopBuild {
    private static final Path PROJECTS = Path.of("src", "test", "projects");
    private static final Path STACK = Path.of("..", "examples", "stack", "target", "goldenpath-example-stack.jar");
    private static final int LIMIT_MINUTES = 5;

    private final Path folder;

    private ShopBuild(Path folder) {
        this.folder = folder;
    }

    /** A fresh copy of the project. */
    static ShopBuild in(Path folder) {
        if (!Files.exists(STACK)) {
            throw new IllegalStateException("Build the example product first: there is no " + STACK.toAbsolutePath());
        }
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    old.sorted(Comparator.reverseOrder()).forEach(ShopBuild::delete);
                }
            }
            copy("shop", folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShopBuild(folder);
    }

    /** The same with tests that are blocked, lost, or found out late. */
    static ShopBuild mixed(Path folder) throws IOException {
        ShopBuild build = in(folder);
        copy("mixed", folder);
        return build;
    }

    /** The project that is in {@code folder} already, which need not be a shop. */
    static ShopBuild at(Path folder) {
        return new ShopBuild(folder);
    }

    private static void copy(String project, Path folder) throws IOException {
        Path from = PROJECTS.resolve(project);
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copy(file, folder.resolve(from.relativize(file))));
        }
    }

    /** Where its run logs and reports are. */
    Path output() {
        return folder.resolve("target/goldenpath");
    }

    Path folder() {
        return folder;
    }

    /** Starts Maven with these arguments; what it prints goes to {@code build.log}. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(Objects.requireNonNull(System.getProperty("maven.home")), "bin", "mvn")
                        .toString(),
                "-B",
                "-ntp"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().put("STACK_JAR", STACK.toRealPath().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /** Runs Maven to its end, and returns what it printed. */
    String run(String... arguments) throws IOException, InterruptedException {
        Process maven = start(arguments);
        if (!maven.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
            throw new IllegalStateException("Still running after " + LIMIT_MINUTES + " minutes:\n" + printed());
        }
        return printed();
    }

    String printed() throws IOException {
        return Files.readString(log());
    }

    private Path log() {
        return folder.resolve("build.log");
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
