package dev.goldenpath.policy;

import java.nio.file.Path;

/**
 * What classes were compiled together from. Gradle gives each language a folder of its own: {@code classes/java/test} and
 * {@code classes/kotlin/test} are one source set.
 */
record SourceSet(Path project, Path name) {
    private static final Path CLASSES = Path.of("classes");
    private static final Path WHOLE = Path.of("");

    static SourceSet of(ClassFile file) {
        Path path = file.root().path();
        int names = path.getNameCount();
        return names >= 3 && path.getName(names - 3).equals(CLASSES)
                ? new SourceSet(path.resolve("../..").normalize(), path.getName(names - 1))
                : new SourceSet(path, WHOLE);
    }
}
