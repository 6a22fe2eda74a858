package dev.goldenpath.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the files that the configuration consists of. */
final class TextFiles {
    private final Path workingDirectory;

    TextFiles(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /** The file at {@code path}, counted from the working directory; empty where there is none. */
    Optional<TextFile> onDisk(String path) throws IOException {
        Path file = workingDirectory.resolve(path);
        return Files.isRegularFile(file)
                ? Optional.of(new TextFile(nameOf(file), path, false, Files.readString(file)))
                : Optional.empty();
    }

    /** The resource of this name; empty where there is none. */
    Optional<TextFile> onClassPath(String path) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream stream = loader == null ? null : loader.getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new TextFile(
                            "classpath:" + path,
                            path,
                            true,
                            new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /**
     * The file at {@code path}, from the working directory, else on the class path.
     *
     * @throws IllegalArgumentException with the end of a sentence when there is none, or it can't be read
     */
    TextFile find(String path) {
        try {
            return onDisk(path)
                    .or(() -> resource(path))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "is no file, neither in the working directory nor on the class path"));
        } catch (IOException | InvalidPathException e) {
            throw unreadable(e);
        }
    }

    /**
     * The file at {@code path}, counted from where {@code other} is.
     *
     * @throws IllegalArgumentException as {@link #find}
     */
    TextFile beside(TextFile other, String path) {
        return ifBeside(other, path)
                .orElseThrow(() -> new IllegalArgumentException("is no file beside " + other.name()));
    }

    /**
     * As above; empty where there is none.
     *
     * @throws IllegalArgumentException as {@link #find}, when it can't be read
     */
    Optional<TextFile> ifBeside(TextFile other, String path) {
        try {
            String place = Path.of(other.path())
                    .resolveSibling(path)
                    .normalize()
                    .toString()
                    .replace('\\', '/');
            return other.onClassPath() ? onClassPath(place) : onDisk(place);
        } catch (IOException | InvalidPathException e) {
            throw unreadable(e);
        }
    }

    private Optional<TextFile> resource(String path) {
        try {
            return onClassPath(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Without its message: that quotes the path, which may be filled in from a variable. */
    private static IllegalArgumentException unreadable(Exception e) {
        return new IllegalArgumentException("can't be read: " + e.getClass().getSimpleName(), e);
    }

    private String nameOf(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path base = workingDirectory.toAbsolutePath().normalize();
        return (absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString();
    }
}
