package dev.goldenpath.policy;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of class files. Each package is listed once: most names that are looked up are not there. */
final class FolderRoot implements CodeRoot {
    private static final String SUFFIX = ".class";

    private final Path path;
    private final String prefix;
    private final Map<String, Set<String>> packages = new ConcurrentHashMap<>();

    FolderRoot(Path path) {
        this.path = path;
        this.prefix = path + path.getFileSystem().getSeparator();
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public boolean contains(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return packages.computeIfAbsent(internalName.substring(0, Math.max(0, slash)), this::list)
                .contains(internalName.substring(slash + 1));
    }

    @Override
    public InputStream open(String internalName) throws IOException {
        return new FileInputStream(prefix + internalName + SUFFIX);
    }

    @Override
    public Stream<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            List<String> names = files.map(file -> path.relativize(file).toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())
                            .replace(path.getFileSystem().getSeparator(), "/"))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    /** Compared with the names as they are, so that a system which ignores case finds no class under a false name. */
    private Set<String> list(String folder) {
        String[] names = path.resolve(folder).toFile().list((parent, name) -> name.endsWith(SUFFIX));
        return names == null
                ? Set.of()
                : Stream.of(names)
                        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
